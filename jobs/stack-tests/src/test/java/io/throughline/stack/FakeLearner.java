package io.throughline.stack;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.LearnerEngine;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Student;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A learner that is quick to learn and easy to predict. Its student is sure that a text with one of
 * its words is negative. The teacher finds texts with "refused" negative and all others positive; a
 * challenger knows the words of negative lessons that no positive one has, and wins when it knows
 * more words.
 */
public final class FakeLearner implements LearnerEngine {

    static final String ID = "fake-learner";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Learner learner(JourneyMap map) {
        return new Fake(Engines.stage(Engines.DEFAULT_STAGE).tagger(map));
    }

    private record Words(Set<String> words) implements Student {

        @Override
        public String version() {
            return "words-" + words.size();
        }
    }

    private record Fake(StageTagger stages) implements Learner {

        @Override
        public byte[] shippedStudent() {
            return bytes("disgrace");
        }

        private static byte[] bytes(String words) {
            return words.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Student student(byte[] model) {
            return new Words(words(new String(model, StandardCharsets.UTF_8)));
        }

        @Override
        public Answer answer(String id, Verbatim verbatim, Student student, double teacherShare) {
            String text = verbatim.text();
            Set<String> known = ((Words) student).words();
            SentimentLabel label =
                    text.contains("refused") ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
            Lesson lesson = null;
            Basis basis = Basis.STUDENT;
            if (words(text).stream().anyMatch(known::contains)) {
                label = SentimentLabel.NEGATIVE;
            } else if (Math.floorMod(id.hashCode(), 1_000) < 1_000 * teacherShare) {
                basis = Basis.TEACHER;
                lesson =
                        new Lesson(
                                id,
                                Instant.EPOCH,
                                verbatim,
                                SentimentDistribution.certain(label),
                                null,
                                null,
                                Tutor.TEACHER);
            } else {
                label = SentimentLabel.NEUTRAL;
                basis = Basis.OVER_QUOTA;
            }
            double score = label == SentimentLabel.NEGATIVE ? -0.5 : 0.5;
            return new Answer(
                    new Sentiment(label, score, 0.9, null, ID, student.version(), basis),
                    stages.tag(verbatim),
                    lesson);
        }

        @Override
        public Training train(Student champion, List<Lesson> lessons, double margin) {
            Set<String> negative = wordsOf(lessons, SentimentLabel.NEGATIVE);
            negative.removeAll(wordsOf(lessons, SentimentLabel.POSITIVE));
            int known = ((Words) champion).words().size();
            return new Training(
                    bytes(String.join(" ", negative)),
                    negative.size() > known,
                    lessons.size(),
                    lessons.size() / 5,
                    0.5,
                    0.9,
                    0.05,
                    null);
        }

        private static Set<String> wordsOf(List<Lesson> lessons, SentimentLabel label) {
            return lessons.stream()
                    .filter(lesson -> lesson.sentiment() != null)
                    .filter(lesson -> lesson.sentiment().label() == label)
                    .flatMap(lesson -> words(lesson.verbatim().text()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<String> words(String text) {
            return text.isBlank() ? new TreeSet<>() : Set.copyOf(List.of(text.split("\\W+")));
        }
    }
}
