package io.throughline.local.alertbench;

import java.util.Locale;
import java.util.Map;

/** All figures as CSV. */
final class BenchTables {

    private BenchTables() {}

    /** False alarms of every contestant at every threshold on streams without a change. */
    static String falseAlarms(Map<Case, Tally> tallies) {
        StringBuilder out =
                new StringBuilder(
                        "source,per_hour,contestant,setting,level,seeds_weeks,false_alarms,"
                                + "per_stage_week,low,high\n");
        tallies.forEach(
                (one, tally) -> {
                    if (one.scenario().endsWith("/null") && tally.weeks() > 0) {
                        Estimate rate = tally.rate();
                        out.append(
                                format(
                                        "%s,%.1f,%d,%.5f,%.5f,%.5f%n",
                                        named(one),
                                        tally.weeks(),
                                        tally.falseAlarms(),
                                        rate.value(),
                                        rate.low(),
                                        rate.high()));
                    }
                });
        return out.toString();
    }

    /** Delays; of rivals at every threshold for the change that all are compared on. */
    static String delays(Map<Case, Tally> tallies, double perHour, double changeHours) {
        StringBuilder out = new StringBuilder();
        tallies.forEach(
                (one, tally) -> {
                    if (!one.scenario().endsWith("/null")
                            && one.perHour() == perHour
                            && tally.trials() > 0
                            && (one.contestant().equals(Case.THROUGHLINE)
                                    || one.scenario().endsWith("/step-2"))) {
                        out.append(delay(one, tally, changeHours));
                    }
                });
        return out.toString();
    }

    static final String DELAYS_HEADER =
            "source,per_hour,contestant,setting,level,changes,missed,missed_low,missed_high,mean_h,"
                    + "mean_low,mean_high,median_h,median_low,median_high,p90_h,"
                    + "mean_with_missed_h,alarms_per_change,resolve_median_h,resolved_early,"
                    + "unresolved\n";

    private static String delay(Case one, Tally tally, double changeHours) {
        Estimate missed = tally.shareMissed();
        Estimate mean = tally.mean();
        Estimate median = tally.median();
        boolean ours = one.contestant().equals(Case.THROUGHLINE);
        return format(
                "%s,%d,%.4f,%.4f,%.4f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%s,%s,%s%n",
                named(one),
                tally.trials(),
                missed.value(),
                missed.low(),
                missed.high(),
                mean.value(),
                mean.low(),
                mean.high(),
                median.value(),
                median.low(),
                median.high(),
                tally.ninetieth().value(),
                tally.restrictedMean(changeHours),
                tally.alarmsPerIncident(),
                ours ? format("%.2f", tally.medianResolve()) : "",
                ours ? format("%.4f", tally.resolvedEarly()) : "",
                ours ? format("%.4f", tally.shareUnresolved()) : "");
    }

    private static String named(Case one) {
        return format(
                "%s,%s,%s,%s,%s",
                one.scenario(),
                number(one.perHour()),
                one.contestant(),
                one.setting(),
                number(one.level()));
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? format("%.0f", value)
                : String.valueOf(Math.round(value * 1e4) / 1e4);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
