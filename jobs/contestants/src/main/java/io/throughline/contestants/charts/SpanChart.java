package io.throughline.contestants.charts;

import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import java.time.Duration;

/** A chart of the negative share of the latest so many hours. */
abstract class SpanChart implements Rival {

    private final String id;
    private final int hours;
    private final int step;
    private final double[] thresholds;

    /**
     * @param step hours from one judgement to the next
     */
    SpanChart(String id, int hours, int step, double[] thresholds) {
        this.id = id;
        this.hours = hours;
        this.step = step;
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String setting() {
        return hours + "h";
    }

    @Override
    public double[] thresholds() {
        return thresholds.clone();
    }

    @Override
    public RivalWatch watch(Duration window) {
        Level level = new Level();
        Span span = new Span(level, hours, step, window);
        Judge judge = judge(hours);
        return sums -> {
            if (!span.add(sums) || span.count() == 0 || !level.known()) {
                return RivalWatch.NOTHING;
            }
            return judge.statistic(span.count(), span.negative(), level);
        };
    }

    /** Begins to judge spans. */
    abstract Judge judge(int spanHours);

    /** What is held against the threshold. */
    interface Judge {
        double statistic(long count, long negative, Level level);
    }
}
