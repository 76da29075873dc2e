package io.throughline.domain.rollup;

import io.throughline.model.StageSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.datasketches.hll.HllSketch;

/** Coarser signals out of finer ones. */
public final class Signals {

    /** Journey, stage, channel or segment of a merged signal whose parts differ in it. */
    public static final String SEVERAL = "*";

    private static final double MICROS = 1_000_000;
    private static final int MOST_TERMS = 100;

    private Signals() {}

    /**
     * The sum of the parts, whatever their order: facts add up, author sketches unite. Its window
     * spans all of theirs, with gaps if they have any; distinct authors are an estimate once there
     * are several parts. Parts must not cover the same feedback twice.
     *
     * @throws IllegalArgumentException when there are no parts
     */
    public static StageSignal merge(List<StageSignal> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to merge");
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<StageSignal> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(StageSignal::id));
        Instant start = sorted.stream().map(StageSignal::windowStart).min(Instant::compareTo).get();
        Instant end = sorted.stream().map(Signals::windowEnd).max(Instant::compareTo).get();
        HllSketch authors =
                AuthorSketch.union(sorted.stream().map(StageSignal::authorSketch).toList());
        return new StageSignal(
                common(sorted, StageSignal::journey),
                common(sorted, StageSignal::stage),
                common(sorted, StageSignal::channel),
                start,
                Duration.between(start, end),
                sum(sorted, StageSignal::change),
                sum(sorted, StageSignal::count),
                sum(sorted, StageSignal::negative),
                sum(sorted, StageSignal::neutral),
                sum(sorted, StageSignal::positive),
                sum(sorted, StageSignal::abstained),
                sum(sorted, StageSignal::weightMicros),
                sum(sorted, StageSignal::scoreMicros),
                sum(sorted, StageSignal::squaredScoreMicros),
                histogram(sorted),
                Math.round(authors.getEstimate()),
                authors.toCompactByteArray(),
                common(sorted, StageSignal::segment),
                sorted.stream()
                        .map(StageSignal::ratings)
                        .reduce(StageSignal.Ratings.NONE, StageSignal.Ratings::plus),
                terms(sorted));
    }

    /** What a part does not list is missing in the sums, so they may be somewhat low. */
    private static StageSignal.Terms terms(List<StageSignal> parts) {
        TermCounts counts = new TermCounts();
        for (StageSignal part : parts) {
            part.terms()
                    .most()
                    .forEach(term -> counts.add(term.term(), Math.toIntExact(term.count())));
        }
        long total = sum(parts, part -> part.terms().total());
        return new StageSignal.Terms(total, TopTerms.of(counts, MOST_TERMS).most());
    }

    /** Feedback whose sentiment was not abstained on. */
    public static long labelled(StageSignal signal) {
        return signal.negative() + signal.neutral() + signal.positive();
    }

    /** Mean sentiment score of what is labelled, -1 to 1; 0 when nothing is. */
    public static double meanScore(StageSignal signal) {
        long labelled = labelled(signal);
        return labelled == 0 ? 0 : signal.scoreMicros() / MICROS / labelled;
    }

    private static Instant windowEnd(StageSignal signal) {
        return signal.windowStart().plus(signal.window());
    }

    private static String common(List<StageSignal> parts, Function<StageSignal, String> name) {
        String first = name.apply(parts.get(0));
        return parts.stream().map(name).allMatch(one -> Objects.equals(first, one))
                ? first
                : SEVERAL;
    }

    private static long sum(List<StageSignal> parts, ToLongFunction<StageSignal> fact) {
        return parts.stream().mapToLong(fact).sum();
    }

    private static long[] histogram(List<StageSignal> parts) {
        long[] sum = new long[StageSignal.SCORE_BINS];
        for (StageSignal part : parts) {
            for (int bin = 0; bin < sum.length; bin++) {
                sum[bin] += part.scoreHistogram()[bin];
            }
        }
        return sum;
    }
}
