package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Correction;
import io.throughline.model.StageTags;
import io.throughline.model.TaughtText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lessons to and from what travels and lies in state. */
public final class Lessons {

    /** Characters of a text that are kept to learn from; what follows says little more. */
    static final int LONGEST = 8_192;

    private Lessons() {}

    /** What a correction teaches. */
    public static Lesson of(Correction correction) {
        StageTags tags = correction.line().stages();
        return new Lesson(
                correction.line().feedback().id(),
                correction.line().feedback().occurredAt(),
                TaggingChain.verbatim(correction.line().feedback()),
                correction.sentiment() == null
                        ? null
                        : SentimentDistribution.certain(correction.sentiment()),
                weights(correction.stages()),
                correction.stages() == null ? null : tags.journey() + "@" + tags.journeyVersion(),
                Tutor.PERSON);
    }

    private static Map<String, Double> weights(List<String> stages) {
        if (stages == null) {
            return null;
        }
        Map<String, Double> weights = new TreeMap<>();
        stages.forEach(stage -> weights.put(stage, 1.0 / stages.size()));
        return weights;
    }

    /**
     * The lesson as it travels.
     *
     * @param appendedAt when the log took the feedback in; nothing occurs after that, so a time in
     *     the future cannot close windows before their time
     */
    public static TaughtText text(Lesson lesson, Instant appendedAt) {
        Verbatim verbatim = lesson.verbatim();
        SentimentDistribution sentiment = lesson.sentiment();
        return new TaughtText(
                lesson.id(),
                lesson.occurredAt().isAfter(appendedAt) ? appendedAt : lesson.occurredAt(),
                cut(verbatim.turns()),
                verbatim.language(),
                verbatim.rating(),
                verbatim.channel(),
                sentiment == null
                        ? null
                        : List.of(sentiment.negative(), sentiment.neutral(), sentiment.positive()),
                lesson.stages(),
                lesson.stagesOf(),
                tutorName(lesson.tutor()));
    }

    private static List<String> cut(List<String> turns) {
        List<String> kept = new ArrayList<>();
        int left = LONGEST;
        for (String turn : turns) {
            if (left <= 0) {
                break;
            }
            int end = Math.min(left, turn.length());
            if (end < turn.length() && Character.isHighSurrogate(turn.charAt(end - 1))) {
                end--;
            }
            kept.add(turn.substring(0, end));
            left -= turn.length();
        }
        return kept;
    }

    /** The lesson as a learner takes it. */
    static Lesson lesson(TaughtText text) {
        List<Double> sentiment = text.sentiment();
        return new Lesson(
                text.id(),
                text.occurredAt(),
                new Verbatim(text.turns(), text.language(), text.rating(), text.channel()),
                sentiment == null
                        ? null
                        : new SentimentDistribution(
                                sentiment.get(0), sentiment.get(1), sentiment.get(2)),
                text.stages(),
                text.stagesOf(),
                tutor(text));
    }

    static Tutor tutor(TaughtText text) {
        return Tutor.valueOf(text.tutor().toUpperCase(Locale.ROOT));
    }

    /**
     * One lesson of two on the same feedback: the later one, save that what a person said of the
     * same words stands against a teacher, and that each fills in what the other leaves open.
     */
    static TaughtText merged(TaughtText earlier, TaughtText later) {
        if (earlier == null || !earlier.turns().equals(later.turns())) {
            return later;
        }
        boolean person = tutor(earlier) == Tutor.PERSON && tutor(later) == Tutor.TEACHER;
        TaughtText first = person ? earlier : later;
        TaughtText second = person ? later : earlier;
        boolean ownStages = first.stages() != null;
        return new TaughtText(
                later.id(),
                later.occurredAt(),
                later.turns(),
                later.language(),
                later.rating(),
                later.channel(),
                first.sentiment() != null ? first.sentiment() : second.sentiment(),
                ownStages ? first.stages() : second.stages(),
                ownStages ? first.stagesOf() : second.stagesOf(),
                tutor(first) == Tutor.PERSON || tutor(second) == Tutor.PERSON
                        ? tutorName(Tutor.PERSON)
                        : first.tutor());
    }

    private static String tutorName(Tutor tutor) {
        return tutor.name().toLowerCase(Locale.ROOT);
    }
}
