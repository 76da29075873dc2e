package io.throughline.taggers.stage;

import io.throughline.taggers.encoder.Vectors;
import io.throughline.taggers.stage.JourneyAdvice.Proposal;
import io.throughline.taggers.stage.JourneyAdvice.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Chooses sentences of the stream that would make good examples: what people labelled, where the
 * map alone is wrong, and what is sure; none like another or like an example there is.
 */
final class ProposedExamples {

    private static final int EACH_STAGE = 5;
    private static final int EACH_REASON = 3;
    private static final double ALIKE = 0.6;
    private static final double SURE = 0.6;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;

    private final List<float[]> taken;
    private final List<Proposal> proposals = new ArrayList<>();

    private ProposedExamples(List<float[]> examples) {
        this.taken = new ArrayList<>(examples);
    }

    /**
     * Proposals for a stage, the most useful first.
     *
     * @param examples that it has, as vectors like those of the texts
     */
    static List<Proposal> of(
            int stage, String id, List<float[]> examples, List<AdvisedText> texts) {
        ProposedExamples chosen = new ProposedExamples(examples);
        List<AdvisedText> ofStage =
                texts.stream()
                        .filter(text -> text.isPlaced() && text.stage() == stage)
                        .filter(text -> text.text().length() >= SHORTEST)
                        .filter(text -> text.text().length() <= LONGEST)
                        .filter(text -> text.text().indexOf('\n') < 0)
                        .sorted(
                                Comparator.comparingDouble(AdvisedText::confidence)
                                        .reversed()
                                        .thenComparing(AdvisedText::text))
                        .toList();
        Predicate<AdvisedText> mapIsWrong = text -> Shares.best(text.byMap()) != stage;
        Predicate<AdvisedText> labelled = text -> text.label() >= 0;
        chosen.take(id, ofStage, labelled.and(mapIsWrong), Reason.LABELLED);
        chosen.take(
                id,
                ofStage,
                mapIsWrong.and(text -> text.confidence() >= SURE && text.label() < 0),
                Reason.MAP_IS_WRONG);
        chosen.take(id, ofStage, text -> text.confidence() >= SURE, Reason.SURE_AND_NEW);
        return List.copyOf(chosen.proposals);
    }

    private void take(
            String id, List<AdvisedText> texts, Predicate<AdvisedText> which, Reason reason) {
        int ofReason = 0;
        for (AdvisedText text : texts) {
            if (proposals.size() >= EACH_STAGE || ofReason >= EACH_REASON) {
                return;
            }
            boolean isNew =
                    taken.stream().allMatch(other -> Vectors.dot(other, text.vector()) < ALIKE);
            if (isNew && which.test(text)) {
                taken.add(text.vector());
                proposals.add(new Proposal(id, text.text(), text.confidence(), reason));
                ofReason++;
            }
        }
    }
}
