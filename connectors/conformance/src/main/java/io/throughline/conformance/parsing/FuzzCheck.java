package io.throughline.conformance.parsing;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Fixtures with bytes flipped, cut, doubled and replaced never make a mapper throw, and give the
 * same outcomes when they are read again. The mutations of a fixture are always the same ones.
 */
public final class FuzzCheck implements ChannelCheck {

    private static final int READ_AGAIN = 8;

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        for (Fixture fixture : bench.channel().fixtures()) {
            Random random = new Random(fixture.name().hashCode());
            for (int i = 0; i < bench.settings().mutations(); i++) {
                mutated(fixture, i, Mutations.of(fixture.bytes(), random), bench, findings);
            }
            findings.tried("mutations", bench.settings().mutations());
        }
        return findings.verdict(Findings.noFeedback());
    }

    private static void mutated(
            Fixture fixture, int number, byte[] bytes, Workbench bench, Findings findings) {
        for (RawEnvelope envelope : bench.envelopes(fixture, bytes)) {
            List<Outcome> outcomes = parse(bench.parser(), fixture, number, envelope, findings);
            if (number % READ_AGAIN != 0) {
                continue;
            }
            List<String> unused = outcomes.stream().map(OutcomeLine::of).toList();
            if (!bench.parser().parse(envelope).equals(outcomes)) {
                findings.problem(
                        fixture.name() + ", mutation " + number,
                        "the same outcomes when it is read again",
                        "others",
                        "A mapper must not depend on what it read before, on a clock or on chance");
            }
        }
    }

    private static List<Outcome> parse(
            ChannelParser parser,
            Fixture fixture,
            int number,
            RawEnvelope envelope,
            Findings findings) {
        List<Outcome> outcomes = parser.parse(envelope);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Rejected rejected
                    && rejected.message().startsWith(ChannelParser.UNEXPECTED)) {
                findings.problem(
                        fixture.name() + ", mutation " + number,
                        "feedback or a typed dead letter",
                        "an exception, " + OutcomeLine.of(rejected),
                        "Look before you read. The payload: " + excerpt(envelope.payload()));
            }
        }
        return outcomes;
    }

    private static String excerpt(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
