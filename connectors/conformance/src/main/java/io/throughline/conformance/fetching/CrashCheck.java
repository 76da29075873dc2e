package io.throughline.conformance.fetching;

import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.PageSpec;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import java.util.Optional;

/**
 * A crash between a page and the checkpoint after it, at every page, loses nothing: the fetcher
 * goes on from the last checkpoint, also when records came in the meantime.
 */
public final class CrashCheck implements ChannelCheck {

    private static final int RECORDS = 7;
    private static final int MOST_CRASHES = 12;

    @Override
    public Verdict check(Workbench bench) throws InterruptedException {
        if (bench.definition().mode() == Mode.STREAM && bench.definition().fetcher() == null) {
            return new StreamChecks(bench).crashes();
        }
        Optional<Verdict> hindrance = Polling.hindrance(bench);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        Findings findings = new Findings();
        for (int step = 1; step <= MOST_CRASHES; step++) {
            boolean before = crash(step - 1, step, bench, findings);
            boolean after = crash(step, step, bench, findings);
            if (!before && !after) {
                break;
            }
        }
        return findings.verdict(untried(bench));
    }

    /** A feed that is one answer is over before a crash can come between two of its pages. */
    private static Verdict untried(Workbench bench) {
        boolean single =
                bench.definition().request() != null
                        && bench.definition().request().page() instanceof PageSpec.None;
        return single
                ? new Verdict.NotApplicable(
                        "the feed is one answer: there is nothing between pages")
                : Findings.noFeedback();
    }

    private static boolean crash(int kept, int step, Workbench bench, Findings findings)
            throws InterruptedException {
        try (Polling polling = Polling.of(bench)) {
            for (int i = 0; i < RECORDS; i++) {
                polling.add(i, i);
            }
            Drive drive = polling.drive();
            boolean crashed = drive.crash(kept, step);
            if (!crashed) {
                return false;
            }
            findings.tried("crashes");
            polling.add(RECORDS, RECORDS);
            drive.pass().pass();
            String wrong = Differences.between(polling.due(), Polling.got(drive));
            if (!wrong.isEmpty()) {
                findings.problem(
                        "request, crash after " + step + " pages, " + kept + " checkpointed",
                        polling.due().size() + " records after the restart",
                        wrong,
                        "Say in request.cursor in which order the server gives its records: a"
                                + " cursor moves page by page only over an ascending feed");
            }
            return true;
        }
    }
}
