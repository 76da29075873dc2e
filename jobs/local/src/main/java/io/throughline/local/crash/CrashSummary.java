package io.throughline.local.crash;

import java.time.Duration;
import java.util.List;

/**
 * What came of the crash proof. A run is one {@code kill -9} of the process and the start of
 * another that goes on from the newest checkpoint; a round is a pair of feeds that is read to its
 * end and compared.
 *
 * @param runs kills, each followed by a restore
 * @param kills the same number, as counted
 * @param killsBetweenPageAndCheckpoint kills at a moment when something had been fetched that was
 *     in no checkpoint yet
 * @param rounds comparisons with the truth
 * @param expected what had to come out of all feeds
 * @param lost what of that did not
 * @param duplicate what came out more than once
 * @param wrong what came out and never was in a feed
 * @param recoveryP50Seconds from a kill to the next complete checkpoint
 * @param recoveryP95Seconds the same, 95th percentile
 * @param recoveriesMeasured kills whose next process lived to see a checkpoint
 * @param seconds all in all
 */
public record CrashSummary(
        int runs,
        int kills,
        int killsBetweenPageAndCheckpoint,
        int rounds,
        long seed,
        int expected,
        int lost,
        int duplicate,
        int wrong,
        Feeds feeds,
        double recoveryP50Seconds,
        double recoveryP95Seconds,
        int recoveriesMeasured,
        double seconds,
        String machine) {

    private static final double TENTHS = 10;
    private static final double MILLIS = 1e3;

    /** The same, of each kind of feed. */
    public record Feeds(Feed poll, Feed stream) {}

    /** The same, of one kind of feed, with examples of what went wrong. */
    public record Feed(int expected, int lost, int duplicate, int wrong, List<String> examples) {

        static Feed of(Verdict verdict) {
            return new Feed(
                    verdict.expected(),
                    verdict.lost(),
                    verdict.duplicate(),
                    verdict.wrong(),
                    verdict.examples());
        }
    }

    static CrashSummary of(long seed, List<CrashRound.Result> results, Duration took) {
        Verdict polled =
                results.stream().map(CrashRound.Result::polled).reduce(Verdict.NONE, Verdict::plus);
        Verdict streamed =
                results.stream()
                        .map(CrashRound.Result::streamed)
                        .reduce(Verdict.NONE, Verdict::plus);
        Verdict all = polled.plus(streamed);
        int kills = results.stream().mapToInt(CrashRound.Result::kills).sum();
        List<Duration> recoveries =
                results.stream().flatMap(result -> result.recoveries().stream()).sorted().toList();
        return new CrashSummary(
                kills,
                kills,
                results.stream().mapToInt(CrashRound.Result::betweenPageAndCheckpoint).sum(),
                results.size(),
                seed,
                all.expected(),
                all.lost(),
                all.duplicate(),
                all.wrong(),
                new Feeds(Feed.of(polled), Feed.of(streamed)),
                percentile(recoveries, 0.5),
                percentile(recoveries, 0.95),
                recoveries.size(),
                tenths(took.toMillis() / MILLIS),
                thisMachine());
    }

    private static double percentile(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? -1
                : tenths(sorted.get((int) (share * (sorted.size() - 1))).toMillis() / MILLIS);
    }

    private static double tenths(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }

    private static String thisMachine() {
        return Runtime.getRuntime().availableProcessors()
                + " cores, "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", Java "
                + System.getProperty("java.version");
    }

    /** Whether nothing is lost, nothing came twice and nothing is wrong. */
    public boolean clean() {
        return lost == 0 && duplicate == 0 && wrong == 0;
    }
}
