package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.measure.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some windows in a row, summed by channel: what figures, drivers and the gate are made of. */
final class Span {

    private static final double MICROS = 1e6;

    private final SortedMap<String, Sums> channels = new TreeMap<>();
    private final Sums total = new Sums();
    private final Set<Long> authors = new HashSet<>();
    private long anonymous;
    private int windows;
    private double dispersion = 1;

    static Span of(Collection<ScoredWindow> windows) {
        Span span = new Span();
        windows.forEach(span::add);
        return span;
    }

    private void add(ScoredWindow window) {
        if (!window.judged()) {
            return;
        }
        windows++;
        dispersion = window.dispersion();
        for (long author : window.authors()) {
            authors.add(author);
        }
        anonymous += window.anonymous();
        for (int cell = 0; cell < window.cells(); cell++) {
            if (window.judged(cell)) {
                total.add(window, cell);
                channels.computeIfAbsent(window.channels()[cell], name -> new Sums())
                        .add(window, cell);
            }
        }
    }

    int windows() {
        return windows;
    }

    long count() {
        return total.count;
    }

    long authors() {
        return authors.size() + anonymous;
    }

    /** Independent observations that would tell as much. */
    double effective() {
        return total.weight() / dispersion;
    }

    double observed() {
        return total.negative() / total.weight();
    }

    double expected() {
        return total.expected / total.weight();
    }

    /** Of observed − expected; what is expected is uncertain too. */
    Interval difference(Baseline baseline, double z) {
        return Interval.newcombe(observed(), effective(), expected(), known(baseline), z);
    }

    /**
     * Independent observations that what is expected rests on, in this mix of channels: the share
     * of each is known by as many as it was learned from.
     */
    double known(Baseline baseline) {
        double expected = expected();
        double variance = 0;
        for (Map.Entry<String, Sums> channel : channels.entrySet()) {
            double part = channel.getValue().weight() / total.weight();
            double share = channel.getValue().expected / channel.getValue().weight();
            double learned = Math.max(1, baseline.effective(channel.getKey()));
            variance += part * part * share * (1 - share) / learned;
        }
        return expected * (1 - expected) / variance / dispersion;
    }

    Figures figures(Baseline baseline) {
        Interval difference = difference(baseline, Interval.TWO_SIDED_95);
        return new Figures(
                expected(),
                observed(),
                difference.low(),
                difference.high(),
                total.count,
                authors());
    }

    /** Greatest first; rounding differences go to the greatest, so that the sum is exact. */
    List<Driver> drivers(Direction direction) {
        double sign = direction == Direction.DROP ? -1 : 1;
        List<Driver> drivers = new ArrayList<>();
        channels.forEach((channel, sums) -> drivers.add(driver(channel, sums)));
        drivers.sort(
                Comparator.<Driver>comparingDouble(driver -> sign * driver.contribution())
                        .thenComparing(Driver::channel));
        double rest = observed() - expected();
        for (Driver driver : drivers.subList(1, drivers.size())) {
            rest -= driver.contribution();
        }
        Driver first = drivers.get(0);
        drivers.set(
                0,
                new Driver(
                        first.channel(), first.count(), first.expected(), first.observed(), rest));
        return drivers;
    }

    private Driver driver(String channel, Sums sums) {
        return new Driver(
                channel,
                sums.count,
                sums.expected / sums.weight(),
                sums.negative() / sums.weight(),
                (sums.negative() - sums.expected) / total.weight());
    }

    private static final class Sums {

        private long count;
        private long weightMicros;
        private long negativeMicros;
        private double expected;

        void add(ScoredWindow window, int cell) {
            count += window.count()[cell];
            weightMicros += window.weightMicros()[cell];
            negativeMicros += window.negativeMicros()[cell];
            expected += window.weight(cell) * window.expected()[cell];
        }

        double weight() {
            return weightMicros / MICROS;
        }

        double negative() {
            return negativeMicros / MICROS;
        }
    }
}
