package io.throughline.domain.detect.simulate;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import io.throughline.measure.Interval;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures the detector on synthetic stages with a quarter negative:
 *
 * <pre>
 * java -cp … io.throughline.domain.detect.simulate.Simulation null|bursts|mix PER_HOUR DELTA SEEDS
 * java -cp … io.throughline.domain.detect.simulate.Simulation drop PER_HOUR DELTA SEEDS ODDS_RATIO
 * </pre>
 *
 * The first line says how many false alarms there were in the time that one is allowed in, over 26
 * weeks a seed; the second, of a drop that begins at some hour after four weeks, how soon it was
 * found, how often the interval of the onset held it, and how soon its end was seen.
 */
public final class Simulation {

    private static final double SECONDS_A_WEEK = 604_800;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double NEGATIVE = 0.25;
    private static final double CORRELATION = 0.05;
    private static final int WEEKS = 26;
    private static final List<SyntheticChannel> MIX =
            List.of(
                    new SyntheticChannel("web", 0.6, 0.1, 0.18),
                    new SyntheticChannel("phone", 0.3, 0.3, 0.3),
                    new SyntheticChannel("social", 0.1, 0.6, 0.52));

    private Simulation() {}

    /** See above. */
    public static void main(String[] arguments) {
        SyntheticStage stage = SyntheticStage.steady(Double.parseDouble(arguments[1]), NEGATIVE);
        AlertRules rules = AlertRules.DEFAULT.withDelta(Double.parseDouble(arguments[2]));
        int seeds = Integer.parseInt(arguments[3]);
        switch (arguments[0]) {
            case "null" -> falseAlarms(stage, rules, seeds, System.out);
            case "bursts" ->
                    falseAlarms(stage.withCorrelation(CORRELATION), rules, seeds, System.out);
            case "mix" ->
                    falseAlarms(
                            stage.withChannels(MIX, Duration.ofDays(35), Duration.ofDays(35)),
                            rules,
                            seeds,
                            System.out);
            case "drop" -> drops(stage, rules, seeds, Double.parseDouble(arguments[4]), System.out);
            default -> throw new IllegalArgumentException(arguments[0] + " is no kind");
        }
    }

    private static void falseAlarms(
            SyntheticStage stage, AlertRules rules, int seeds, PrintStream out) {
        double weeks = 0;
        int alarms = 0;
        Duration length = rules.warmUp().plusDays(7 * WEEKS);
        for (int seed = 0; seed < seeds; seed++) {
            Trial trial = Trial.of(stage, rules, Direction.DROP, length, seed);
            weeks += trial.watched().toSeconds() / SECONDS_A_WEEK;
            alarms += trial.fired().size();
        }
        double budgets = weeks / (rules.budget().toSeconds() / SECONDS_A_WEEK);
        out.printf(
                Locale.ROOT,
                "false alarms %d in %.0f stage-weeks: %.2f of the budget, 95 %% %.2f to %.2f%n",
                alarms,
                weeks,
                alarms / budgets,
                (alarms - Interval.TWO_SIDED_95 * Math.sqrt(alarms)) / budgets,
                (alarms + Interval.TWO_SIDED_95 * Math.sqrt(alarms)) / budgets);
    }

    private static void drops(
            SyntheticStage stage, AlertRules rules, int seeds, double ratio, PrintStream out) {
        Duration lasts = Duration.ofDays(stage.perHour() < 5 ? 28 : 14);
        List<Double> found = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        int held = 0;
        int missed = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Duration at = Duration.ofDays(28).plusMinutes(seed * 7919L % 10_080);
            SyntheticStage dropping = stage.withChange(at, at.plus(lasts), ratio, Duration.ZERO);
            Duration length = at.plus(lasts).plus(lasts);
            Trial trial = Trial.of(dropping, rules, Direction.DROP, length, 5000 + seed);
            Instant begin = SyntheticStage.BEGIN.plus(at);
            int index = firstFrom(trial, begin, begin.plus(lasts));
            if (index < 0) {
                missed++;
                continue;
            }
            found.add(hours(begin, trial.fired().get(index)));
            held += holds(trial.onsets().get(index), begin) ? 1 : 0;
            if (trial.recovered().size() > index) {
                ended.add(hours(begin.plus(lasts), trial.recovered().get(index)));
            }
        }
        out.printf(
                Locale.ROOT,
                "found %d of %d after %s h (mean %.1f); onset held %.2f; end seen of %d after %s h,"
                        + " too early %d%n",
                found.size(),
                found.size() + missed,
                quantiles(found),
                found.stream().mapToDouble(hours -> hours).average().orElse(Double.NaN),
                (double) held / found.size(),
                ended.size(),
                quantiles(ended),
                ended.stream().filter(hours -> hours < 0).count());
    }

    private static int firstFrom(Trial trial, Instant from, Instant until) {
        for (int i = 0; i < trial.fired().size(); i++) {
            Instant fired = trial.fired().get(i);
            if (!fired.isBefore(from)) {
                return fired.isBefore(until) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean holds(Onset onset, Instant begin) {
        return !onset.earliest().isAfter(begin) && !onset.latest().isBefore(begin);
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_AN_HOUR;
    }

    private static String quantiles(List<Double> hours) {
        List<Double> sorted = new ArrayList<>(hours);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f (p90 %.2f)",
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 9 / 10));
    }
}
