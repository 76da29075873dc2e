package io.throughline.domain.rollup;

import io.throughline.domain.terms.Terms;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import io.throughline.model.Sentiment;
import io.throughline.model.StageSignal;
import io.throughline.model.StageTag;
import io.throughline.model.TaggedFeedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tagged feedback adds to the roll-ups. */
public final class Contributions {

    private static final double MICROS = 1_000_000;

    /** Half of the middle third of a scale from -1 to 1. */
    private static final double THIRD = 1.0 / 3;

    private Contributions() {}

    /** The same where feedback is not parted into segments. */
    public static List<Contribution> of(TaggedFeedback tagged) {
        return of(tagged, Segments.NONE);
    }

    /**
     * One contribution a stage, in the order of the tags; one to {@link StageSignal#UNASSIGNED}
     * when no stage was found; none for a delete.
     */
    public static List<Contribution> of(TaggedFeedback tagged, Segments segments) {
        if (tagged.feedback().operation() == Operation.DELETE) {
            return List.of();
        }
        List<StageTag> stages = tagged.stages().stages();
        if (stages.isEmpty()) {
            return List.of(one(tagged, StageSignal.UNASSIGNED, 1, segments));
        }
        List<Contribution> contributions = new ArrayList<>(stages.size());
        for (StageTag stage : stages) {
            contributions.add(one(tagged, stage.id(), stage.weight(), segments));
        }
        return List.copyOf(contributions);
    }

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    private static Contribution one(
            TaggedFeedback tagged, String stage, double weight, Segments segments) {
        Feedback feedback = tagged.feedback();
        Sentiment sentiment = tagged.sentiment();
        boolean abstained = sentiment.label() == null;
        return new Contribution(
                tagged.stages().journey(),
                stage,
                feedback.channel().id(),
                SignalKey.minuteOf(feedback.occurredAt()),
                abstained ? Contribution.ABSTAINED : sentiment.label().ordinal(),
                abstained ? 0 : Math.round(sentiment.score() * MICROS),
                Math.round(weight * MICROS),
                feedback.author() == null ? null : feedback.author().key(),
                traits(tagged, segments));
    }

    /** The terms of the words; none of a delete. */
    public static List<String> terms(TaggedFeedback tagged) {
        Feedback feedback = tagged.feedback();
        return feedback.operation() == Operation.DELETE
                ? List.of()
                : Terms.of(feedback.text(), feedback.language());
    }

    /** The words that an alert may show; empty when there are none. */
    public static Optional<Excerpt> excerpt(TaggedFeedback tagged) {
        Feedback feedback = tagged.feedback();
        if (feedback.operation() == Operation.DELETE || feedback.text() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Excerpt(
                        feedback.occurredAt(), Excerpt.shorten(feedback.text()), feedback.url()));
    }

    private static Traits traits(TaggedFeedback tagged, Segments segments) {
        Feedback feedback = tagged.feedback();
        return new Traits(
                feedback.id(),
                tagged.stages().journeyVersion(),
                tagged.sentiment().model(),
                feedback.language(),
                TextHash.of(feedback.text()),
                rating(feedback.rating()),
                segments.of(feedback));
    }

    private static int rating(Rating rating) {
        if (rating == null) {
            return 0;
        }
        double normal = rating.normalized();
        return normal < -THIRD ? -1 : normal > THIRD ? 1 : 0;
    }
}
