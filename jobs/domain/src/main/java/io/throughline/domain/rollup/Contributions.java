package io.throughline.domain.rollup;

import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Sentiment;
import io.throughline.model.StageSignal;
import io.throughline.model.StageTag;
import io.throughline.model.TaggedFeedback;
import java.util.ArrayList;
import java.util.List;

/** What a tagged feedback adds to the roll-ups. */
public final class Contributions {

    private static final double MICROS = 1_000_000;

    private Contributions() {}

    /**
     * One contribution a stage, in the order of the tags; one to {@link StageSignal#UNASSIGNED}
     * when no stage was found; none for a delete.
     */
    public static List<Contribution> of(TaggedFeedback tagged) {
        if (tagged.feedback().operation() == Operation.DELETE) {
            return List.of();
        }
        List<StageTag> stages = tagged.stages().stages();
        if (stages.isEmpty()) {
            return List.of(one(tagged, StageSignal.UNASSIGNED, 1));
        }
        List<Contribution> contributions = new ArrayList<>(stages.size());
        for (StageTag stage : stages) {
            contributions.add(one(tagged, stage.id(), stage.weight()));
        }
        return List.copyOf(contributions);
    }

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    private static Contribution one(TaggedFeedback tagged, String stage, double weight) {
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
                feedback.author() == null ? null : feedback.author().key());
    }
}
