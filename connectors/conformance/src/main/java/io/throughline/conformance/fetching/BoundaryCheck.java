package io.throughline.conformance.fetching;

import io.throughline.channels.Outcome;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.model.Feedback;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record that shares the cursor's time is neither lost nor another one, on whichever page and in
 * whichever round it shows up; and a later round finds what came and what was edited since.
 */
public final class BoundaryCheck implements ChannelCheck {

    private static final int LAST_HOUR = 5;

    @Override
    public Verdict check(Workbench bench) throws InterruptedException {
        Optional<Verdict> hindrance = Polling.hindrance(bench);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        Findings findings = new Findings();
        try (Polling polling = Polling.of(bench)) {
            rounds(polling, bench, findings);
        }
        return findings.verdict(Findings.noFeedback());
    }

    private static void rounds(Polling polling, Workbench bench, Findings findings)
            throws InterruptedException {
        for (int i = 0; i < LAST_HOUR; i++) {
            polling.add(i, i);
        }
        polling.add(LAST_HOUR, LAST_HOUR);
        polling.add(LAST_HOUR + 1, LAST_HOUR);
        polling.add(LAST_HOUR + 2, LAST_HOUR);
        Drive drive = polling.drive().pass();
        compare("the first round", polling, drive, findings);

        polling.add(LAST_HOUR + 3, LAST_HOUR);
        drive.pass();
        compare("a record with the time of the cursor, added later", polling, drive, findings);
        moved(polling, drive, bench, findings);

        polling.add(LAST_HOUR + 4, LAST_HOUR + 2);
        if (polling.maker().editable()) {
            polling.edit(1, LAST_HOUR + 3);
            findings.tried("edits between rounds");
        }
        drive.pass().pass();
        compare("a later record and an edit", polling, drive, findings);
        oneContentARevision(drive, findings);
    }

    private static void compare(String when, Polling polling, Drive drive, Findings findings) {
        findings.tried("rounds");
        String wrong = Differences.between(polling.due(), Polling.got(drive));
        if (!wrong.isEmpty()) {
            findings.problem(
                    "request, " + when,
                    polling.due().size() + " records",
                    wrong,
                    "Let the cursor follow the time of the last change, say in its order and"
                            + " granularity what the server does, and leave 'inclusive' out unless"
                            + " the server's filter includes the boundary");
        }
    }

    /** A cursor that is never found reads everything in every round. */
    private static void moved(Polling polling, Drive drive, Workbench bench, Findings findings) {
        RequestSpec spec = MockedChannel.requestOf(bench.definition());
        CursorSpec cursor = spec.cursor();
        if (cursor == null || cursor.dataFeed() || cursor.kind() == CursorSpec.Kind.TOKEN) {
            return;
        }
        findings.tried("cursors");
        if (polling.pages().filteredBy().isEmpty()) {
            findings.problem(
                    "request.cursor",
                    "the second round to ask from where the first one ended",
                    "a request without a cursor, " + drive.cursor().keySet(),
                    "Check that 'field' is where a record has its time, and that 'param' or"
                            + " ${cursor} sends it");
        }
    }

    /** Same id and revision, other content: the product would take one for an edit of the other. */
    private static void oneContentARevision(Drive drive, Findings findings) {
        Map<String, Feedback> known = new HashMap<>();
        for (Outcome outcome : drive.outcomes()) {
            if (outcome instanceof Outcome.Accepted accepted) {
                Feedback feedback = accepted.feedback();
                Feedback first =
                        known.putIfAbsent(feedback.id() + "@" + feedback.revision(), feedback);
                if (first != null && !Sightings.sameContent(first, feedback)) {
                    findings.problem(
                            feedback.id(),
                            "the same content whenever it is fetched",
                            "two contents of revision " + feedback.revision(),
                            "Let nothing of the page or the time of fetching into a feedback");
                }
            }
        }
    }
}
