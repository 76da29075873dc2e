package io.throughline.contestants.charts;

import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.Rivals;
import java.util.ArrayList;
import java.util.List;

/**
 * The control charts and baselines that people use, each over an hour, a quarter of a day, a day.
 */
public final class ChartRivals implements Rivals {

    private static final List<Integer> HOURS = List.of(1, 6, 24);

    @Override
    public List<Rival> all() {
        List<Rival> rivals = new ArrayList<>();
        for (int hours : HOURS) {
            rivals.add(new FixedThreshold(hours));
            rivals.add(new ShareChart(hours));
            rivals.add(new Ewma(hours));
            rivals.add(new WindowedGaussian(hours));
        }
        rivals.add(new PlainCusumChart());
        return List.copyOf(rivals);
    }
}
