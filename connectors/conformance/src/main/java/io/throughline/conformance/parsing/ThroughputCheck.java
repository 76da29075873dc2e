package io.throughline.conformance.parsing;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.CpuTime;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.model.Channel;
import io.throughline.model.RawEnvelope;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * So many records, parsed one after the other, take no more processor time than the floor allows
 * and leave nothing behind in memory. Conversations are long, so their floor is one of bytes: what
 * counts for all others as well, when their records are as long.
 */
public final class ThroughputCheck implements ChannelCheck {

    private static final Set<Channel> SHORT_FORMATS =
            EnumSet.of(Channel.WEB, Channel.MOBILE, Channel.SOCIAL);

    /** Records a second of processor time, of social, web and mobile formats. */
    private static final double FLOOR = 20_000;

    /** Records of other formats, such as mails. */
    private static final double OTHER_FLOOR = 5_000;

    /** Bytes a second of processor time: enough for records of a kilobyte at the floor. */
    private static final double BYTES_FLOOR = 20 << 20;

    /** What may stay behind: what the machine needs for itself, and no record. */
    private static final long KEPT_BYTES = 4 << 20;

    @Override
    public Verdict check(Workbench bench) {
        List<RawEnvelope> envelopes =
                bench.envelopes().stream().filter(each -> accepted(each, bench) > 0).toList();
        if (envelopes.isEmpty()) {
            return Findings.noFeedback();
        }
        int due = bench.settings().records();
        Run warm = run(bench.newParser(), envelopes, Math.max(due / 5, 2_000));
        ChannelParser parser = bench.newParser();
        long before = usedMemory();
        Run run = run(parser, envelopes, due);
        long kept = usedMemory() - before;
        Run best = warm.recordsPerSecond() > run.recordsPerSecond() ? warm : run;
        double floor =
                SHORT_FORMATS.contains(bench.definition().channel().otherwise())
                        ? FLOOR
                        : OTHER_FLOOR;
        if (best.recordsPerSecond() < floor && best.bytesPerSecond() < BYTES_FLOOR) {
            return new Verdict.Failed(
                    String.format(
                            Locale.ROOT,
                            "expected %,.0f records or %.0f MB a second of processor time, got"
                                    + " %,.0f records and %.1f MB (%,d records). Look for what is"
                                    + " compiled, sorted or searched anew for every record",
                            floor,
                            BYTES_FLOOR / (1 << 20),
                            best.recordsPerSecond(),
                            best.bytesPerSecond() / (1 << 20),
                            run.records()));
        }
        if (kept > KEPT_BYTES) {
            return new Verdict.Failed(
                    String.format(
                            Locale.ROOT,
                            "expected nothing to stay in memory after %,d records, got %d MB more"
                                    + " than before. A parser must not remember records",
                            run.records(),
                            kept >> 20));
        }
        return new Verdict.Passed(
                String.format(
                        Locale.ROOT,
                        "%,d records, %,.0f and %.0f MB a second of processor time",
                        run.records(),
                        best.recordsPerSecond(),
                        best.bytesPerSecond() / (1 << 20)));
    }

    private static int accepted(RawEnvelope envelope, Workbench bench) {
        return (int)
                bench.parser().parse(envelope).stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .count();
    }

    private static Run run(ChannelParser parser, List<RawEnvelope> envelopes, int due) {
        int records = 0;
        long bytes = 0;
        long start = CpuTime.nanos();
        for (int i = 0; records < due; i++) {
            RawEnvelope envelope = envelopes.get(i % envelopes.size());
            records += parser.parse(envelope).size();
            bytes += envelope.payload().length;
        }
        return new Run(records, bytes, (CpuTime.nanos() - start) / 1e9);
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private record Run(int records, long bytes, double seconds) {

        double recordsPerSecond() {
            return records / Math.max(seconds, 1e-9);
        }

        double bytesPerSecond() {
            return bytes / Math.max(seconds, 1e-9);
        }
    }
}
