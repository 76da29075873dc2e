package io.throughline.taggers.stage;

import io.throughline.journey.JourneyMap;
import io.throughline.taggers.stage.JourneyAdvice.MisleadingExample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds examples whose nearest texts in the stream belong to another stage. */
final class ExampleUse {

    private static final int NEAREST = 15;
    private static final double ELSEWHERE = 0.7;
    private static final int MOST = 10;

    private ExampleUse() {}

    /**
     * Misleading examples, worst first.
     *
     * @param vectors of the examples of each stage, as those of the texts
     */
    static List<MisleadingExample> misleading(
            JourneyMap map, List<List<float[]>> vectors, List<AdvisedText> texts) {
        List<AdvisedText> placed = AdvisedText.placed(texts);
        List<MisleadingExample> found = new ArrayList<>();
        if (placed.size() < NEAREST) {
            return found;
        }
        List<float[]> others = placed.stream().map(AdvisedText::vector).toList();
        for (int stage = 0; stage < vectors.size(); stage++) {
            Neighbours neighbours = Neighbours.of(vectors.get(stage), others, NEAREST);
            List<String> examples = map.stages().get(stage).examples();
            for (int i = 0; i < examples.size(); i++) {
                double[] by = new double[map.stages().size()];
                for (int n : neighbours.indices()[i]) {
                    by[placed.get(n).stage()] += 1.0 / NEAREST;
                }
                if (1 - by[stage] >= ELSEWHERE) {
                    found.add(
                            new MisleadingExample(
                                    map.stages().get(stage).id(),
                                    examples.get(i),
                                    1 - by[stage],
                                    map.stages().get(Shares.best(by)).id()));
                }
            }
        }
        found.sort(Comparator.comparingDouble(MisleadingExample::elsewhere).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
