package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Document;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same payload twice is one record: id, revision and content are the same, which is how the
 * product tells a duplicate.
 */
public final class RepeatCheck implements ChannelCheck {

    private static final String ADVICE =
            "Nothing of a feedback but observedAt may depend on when it was seen or on its"
                    + " neighbours";

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        for (Fixture fixture : bench.channel().fixtures()) {
            for (RawEnvelope envelope : bench.envelopes(fixture, fixture.bytes())) {
                List<Outcome> once = bench.parser().parse(envelope);
                List<Outcome> again =
                        bench.newParser().parse(bench.later(envelope, Duration.ofHours(1)));
                compare(fixture.name() + ", sent again", once, again, findings);
                doubled(fixture, envelope, once, bench, findings);
            }
        }
        return findings.verdict(Findings.noFeedback());
    }

    /** Every record twice on one page. */
    private static void doubled(
            Fixture fixture,
            RawEnvelope envelope,
            List<Outcome> once,
            Workbench bench,
            Findings findings) {
        Optional<Document> document = bench.documents().of(envelope);
        if (document.isEmpty()
                || !document.get().holdsMany()
                || document.get().records().size() != once.size()) {
            return;
        }
        List<JsonNode> records = new ArrayList<>(document.get().records());
        records.addAll(document.get().records());
        List<Outcome> twice = bench.parser().parse(document.get().with(records));
        if (twice.size() == records.size()) {
            compare(
                    fixture.name() + ", twice on a page",
                    once,
                    twice.subList(once.size(), twice.size()),
                    findings);
        }
    }

    private static void compare(
            String where, List<Outcome> once, List<Outcome> again, Findings findings) {
        if (once.size() != again.size()) {
            findings.problem(where, once.size() + " records", again.size() + "", ADVICE);
            return;
        }
        for (int i = 0; i < once.size(); i++) {
            if (once.get(i) instanceof Outcome.Accepted) {
                findings.tried("records");
            }
            if (!Sightings.same(once.get(i), again.get(i))) {
                findings.problem(
                        where + ", record " + (i + 1),
                        "the same feedback",
                        "another:\n"
                                + LineDiff.of(
                                        List.of(OutcomeLine.of(once.get(i))),
                                        List.of(OutcomeLine.of(again.get(i))))
                                + "\n",
                        ADVICE);
            }
        }
    }
}
