package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.Verbatim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast engines are beside each other: in every round all of them tag the same texts in turn, so
 * that a ratio of two is of the same texts at the same time on the same machine.
 *
 * <p>A fast engine tags the texts of a round again and again until it was at work for long enough
 * to be measured.
 */
final class SpeedRace {

    private static final int WARM_UP_TEXTS = 20;
    private static final double NANOS = 1e9;

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    /**
     * @param rounds lists of texts, one a round
     */
    SpeedRace(
            List<Contestant> contestants,
            List<List<Verbatim>> rounds,
            BenchOptions options,
            EvaluationProgress progress) {
        long total = (long) contestants.size() * (rounds.size() + 1);
        long done = 0;
        for (Contestant contestant : contestants) {
            List<Verbatim> first = rounds.get(0);
            run(
                    contestant,
                    first.subList(0, Math.min(WARM_UP_TEXTS, first.size())),
                    options.warmUp().toNanos());
            progress.at("warming up " + contestant.id(), ++done, total);
        }
        for (List<Verbatim> round : rounds) {
            for (Contestant contestant : contestants) {
                rates.computeIfAbsent(contestant.id(), id -> new ArrayList<>())
                        .add(run(contestant, round, options.round().toNanos()));
                progress.at("speed of " + contestant.id(), ++done, total);
            }
        }
    }

    /** Records per CPU-second. */
    private static double run(Contestant contestant, List<Verbatim> texts, long nanos) {
        long spent = 0;
        long records = 0;
        while (spent < nanos) {
            spent += Math.max(1, Stretch.cpuNanos(contestant, texts));
            records += texts.size();
        }
        return records / (spent / NANOS);
    }

    /** Records per CPU-second, the median of the rounds, by engine. */
    Map<String, Double> rates() {
        Map<String, Double> medians = new LinkedHashMap<>();
        rates.forEach((engine, rounds) -> medians.put(engine, median(rounds)));
        return medians;
    }

    /** How many times as fast as another an engine is; the median of the rounds' ratios. */
    double ratio(String engine, String than) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rates.get(engine).size(); round++) {
            ratios.add(rates.get(engine).get(round) / rates.get(than).get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
