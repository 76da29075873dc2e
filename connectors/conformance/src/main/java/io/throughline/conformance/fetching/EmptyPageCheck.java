package io.throughline.conformance.fetching;

import io.throughline.channels.definition.PageSpec;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import java.util.Optional;

/** A page without records in the middle of a feed does not end it. */
public final class EmptyPageCheck implements ChannelCheck {

    private static final int RECORDS = 7;

    @Override
    public Verdict check(Workbench bench) throws InterruptedException {
        Optional<Verdict> hindrance = Polling.hindrance(bench);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        PageSpec page = MockedChannel.requestOf(bench.definition()).page();
        boolean counted = page instanceof PageSpec.Numbered || page instanceof PageSpec.Offset;
        if (page instanceof PageSpec.None) {
            return new Verdict.NotApplicable("there is one page");
        }
        int empty = counted ? page.end().stopAfterEmpty() - 1 : 1;
        if (empty == 0) {
            return new Verdict.NotApplicable(
                    "an empty page is the feed's end: page.stopAfterEmpty is 1");
        }
        Findings findings = new Findings();
        for (int from = 0; from < 3; from++) {
            try (Polling polling = Polling.of(bench)) {
                for (int i = 0; i < RECORDS; i++) {
                    polling.add(i, i);
                }
                polling.pages().empty(from, empty);
                findings.tried("feeds with " + empty + " empty");
                Drive drive = polling.drive().pass();
                String wrong = Differences.between(polling.due(), Polling.got(drive));
                if (!wrong.isEmpty()) {
                    findings.problem(
                            "request.page, empty after " + from + " pages",
                            polling.due().size() + " records",
                            wrong,
                            "Raise page.stopAfterEmpty, or let page.until say when it ends");
                }
            }
        }
        return findings.verdict(Findings.noFeedback());
    }
}
