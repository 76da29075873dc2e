package io.throughline.pipeline;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.LearnerEngine;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Student;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTags;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A learner in small. Its student is sure that texts with one of its words are negative; the
 * teacher finds bad negative and the rest positive; a challenger knows every word of the negative
 * lessons that no positive one has, and wins when it knows more words than the champion.
 */
public final class WordLearner implements LearnerEngine {

    public static final String ID = "learning-words";

    /** How many students were read in this JVM. */
    public static final AtomicInteger READ = new AtomicInteger();

    private static final String SHIPPED = "awful";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Learner learner(JourneyMap map) {
        return new Words(new WordStage().tagger(map));
    }

    /** The bytes of a student. */
    public static byte[] model(String... words) {
        return String.join(" ", new TreeSet<>(List.of(words))).getBytes(StandardCharsets.UTF_8);
    }

    private record WordStudent(Set<String> words) implements Student {

        @Override
        public String version() {
            return "words-" + words.size();
        }
    }

    private record Words(StageTagger stageTagger) implements Learner {

        @Override
        public String teacher() {
            return "the-word-bad";
        }

        @Override
        public byte[] shippedStudent() {
            return model(SHIPPED);
        }

        @Override
        public Student student(byte[] model) {
            READ.incrementAndGet();
            String text = new String(model, StandardCharsets.UTF_8);
            if (text.equals("broken")) {
                throw new IllegalArgumentException("no model");
            }
            return new WordStudent(words(text));
        }

        /** Those of {@link WordStage}, in the name of a student that knows a word of the text. */
        @Override
        public StageTags stages(
                String id, Verbatim verbatim, Student student, double teacherShare) {
            StageTags tags = stageTagger.tag(verbatim);
            return ((WordStudent) student).words().stream().anyMatch(verbatim.text()::contains)
                    ? new StageTags(
                            tags.stages(),
                            tags.abstention(),
                            ID,
                            tags.journey(),
                            tags.journeyVersion())
                    : tags;
        }

        @Override
        public Answer answer(String id, Verbatim verbatim, Student student, double teacherShare) {
            String text = verbatim.text();
            if (text.contains(WordSentiment.POISON)) {
                throw new IllegalStateException("cannot tag: " + text);
            }
            StageTags stages = stageTagger.tag(verbatim);
            Set<String> known = ((WordStudent) student).words();
            if (words(text).stream().anyMatch(known::contains)) {
                return answer(SentimentLabel.NEGATIVE, Basis.STUDENT, student, stages, null);
            }
            if ((Math.floorMod(id.hashCode(), 1_000) + 1) / 1_000.0 > teacherShare) {
                return answer(SentimentLabel.NEUTRAL, Basis.OVER_QUOTA, student, stages, null);
            }
            SentimentLabel label =
                    text.contains("bad") ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
            Lesson lesson =
                    new Lesson(
                            id,
                            Instant.EPOCH,
                            verbatim,
                            SentimentDistribution.certain(label),
                            null,
                            null,
                            Tutor.TEACHER);
            return answer(label, Basis.TEACHER, student, stages, lesson);
        }

        private static Answer answer(
                SentimentLabel label,
                Basis basis,
                Student student,
                StageTags stages,
                Lesson lesson) {
            return new Answer(
                    new Sentiment(label, 0, 0.5, null, ID, student.version(), basis),
                    stages,
                    lesson);
        }

        @Override
        public Training train(Student champion, List<Lesson> lessons, double margin) {
            Set<String> negative = wordsOf(lessons, true);
            negative.removeAll(wordsOf(lessons, false));
            int known = ((WordStudent) champion).words().size();
            return new Training(
                    model(negative.toArray(String[]::new)),
                    negative.size() > known,
                    lessons.size(),
                    lessons.size() / 5,
                    known / 100.0,
                    negative.size() / 100.0,
                    0.05,
                    null);
        }

        private static Set<String> wordsOf(List<Lesson> lessons, boolean negative) {
            return lessons.stream()
                    .filter(
                            lesson ->
                                    lesson.sentiment() != null
                                            && negative
                                                    == (lesson.sentiment().label()
                                                            == SentimentLabel.NEGATIVE))
                    .flatMap(lesson -> words(lesson.verbatim().text()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<String> words(String text) {
            return text.isBlank() ? new TreeSet<>() : new TreeSet<>(List.of(text.split("\\s+")));
        }
    }
}
