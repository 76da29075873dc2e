package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelParser;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Records that come in another order or a week late are the same feedback: a parser remembers
 * nothing from one record to the next, and no time of ours stands in for the record's.
 */
public final class OrderCheck implements ChannelCheck {

    private static final Duration LATE = Duration.ofDays(7);

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        for (Fixture fixture : bench.channel().fixtures()) {
            List<RawEnvelope> envelopes = bench.envelopes(fixture, fixture.bytes());
            backwards(fixture, envelopes, bench, findings);
            for (RawEnvelope envelope : envelopes) {
                pageBackwards(fixture, envelope, bench, findings);
                late(fixture, envelope, bench, findings);
            }
        }
        return findings.verdict(Findings.noFeedback());
    }

    /** The envelopes in reverse order through one parser, against each through its own. */
    private static void backwards(
            Fixture fixture, List<RawEnvelope> envelopes, Workbench bench, Findings findings) {
        ChannelParser one = bench.newParser();
        for (int i = envelopes.size() - 1; i >= 0; i--) {
            List<Outcome> alone = bench.newParser().parse(envelopes.get(i));
            compare(
                    fixture.name() + ", payload " + (i + 1) + " after later ones",
                    "out of order",
                    alone,
                    one.parse(envelopes.get(i)),
                    findings);
        }
    }

    private static void pageBackwards(
            Fixture fixture, RawEnvelope envelope, Workbench bench, Findings findings) {
        Optional<Document> document = bench.documents().of(envelope);
        if (document.isEmpty() || !document.get().holdsMany()) {
            return;
        }
        List<Outcome> forwards = new ArrayList<>(bench.parser().parse(envelope));
        List<JsonNode> records = new ArrayList<>(document.get().records());
        if (forwards.size() != records.size() || records.size() < 2) {
            return;
        }
        Collections.reverse(records);
        Collections.reverse(forwards);
        compare(
                fixture.name() + ", the page backwards",
                "out of order",
                forwards,
                bench.parser().parse(document.get().with(records)),
                findings);
    }

    private static void late(
            Fixture fixture, RawEnvelope envelope, Workbench bench, Findings findings) {
        List<Outcome> inTime = bench.parser().parse(envelope);
        List<Outcome> late = bench.parser().parse(bench.later(envelope, LATE));
        if (late.size() != inTime.size()) {
            compare(fixture.name() + ", seven days late", "late", inTime, late, findings);
            return;
        }
        List<Outcome> accepted = new ArrayList<>();
        List<Outcome> again = new ArrayList<>();
        for (int i = 0; i < inTime.size(); i++) {
            if (inTime.get(i) instanceof Outcome.Accepted) {
                accepted.add(inTime.get(i));
                again.add(late.get(i));
            }
        }
        compare(fixture.name() + ", seven days late", "late", accepted, again, findings);
    }

    private static void compare(
            String where, String kind, List<Outcome> due, List<Outcome> got, Findings findings) {
        boolean same = due.size() == got.size();
        for (int i = 0; same && i < due.size(); i++) {
            same = Sightings.same(due.get(i), got.get(i));
            if (due.get(i) instanceof Outcome.Accepted) {
                findings.tried("records " + kind);
            }
        }
        if (!same) {
            findings.problem(
                    where,
                    "the same outcomes",
                    "others:\n" + LineDiff.of(lines(due), lines(got)) + "\n",
                    "Let the outcome of a record follow from the record alone");
        }
    }

    private static List<String> lines(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeLine::of).toList();
    }
}
