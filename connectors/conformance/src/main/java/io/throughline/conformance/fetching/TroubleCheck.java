package io.throughline.conformance.fetching;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.channels.definition.Mode;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.server.Trouble;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A server in trouble costs time and no record: refusals, errors, silence, broken pages. And what
 * is broken ends as a typed dead letter when it gets through to the parser.
 */
public final class TroubleCheck implements ChannelCheck {

    private static final int RECORDS = 5;

    @Override
    public Verdict check(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        for (Fixture fixture : bench.channel().fixtures()) {
            truncated(fixture, bench, findings);
        }
        errorPages(bench, findings);
        if (bench.definition().mode() == Mode.STREAM && bench.definition().fetcher() == null) {
            new StreamChecks(bench).troubles(findings);
        } else if (Polling.hindrance(bench).isEmpty()) {
            for (Trouble trouble : Trouble.values()) {
                met(trouble, bench, findings);
            }
        }
        return findings.verdict(Findings.noFeedback());
    }

    private static void met(Trouble trouble, Workbench bench, Findings findings)
            throws InterruptedException {
        try (Polling polling = Polling.of(bench)) {
            for (int i = 0; i < RECORDS; i++) {
                polling.add(i, i);
            }
            polling.server().trouble(List.of(trouble));
            Drive drive = polling.drive();
            drive.crash(1, 1);
            polling.server().trouble(List.of(trouble));
            drive.pass().pass();
            findings.tried("servers in trouble");
            String wrong = Differences.between(polling.due(), Polling.got(drive));
            if (!wrong.isEmpty()) {
                findings.problem(
                        "request, " + trouble,
                        polling.due().size() + " records once the server answers again",
                        wrong,
                        "A page that did not arrive whole must not move the cursor");
            }
            boolean waited =
                    drive.pauses().stream()
                            .anyMatch(
                                    pause ->
                                            pause.compareTo(
                                                            Duration.ofSeconds(
                                                                    Trouble.RETRY_AFTER_SECONDS))
                                                    >= 0);
            if (trouble == Trouble.LIMITED && !waited) {
                findings.problem(
                        "request, 429",
                        "a pause of at least " + Trouble.RETRY_AFTER_SECONDS + " s",
                        "pauses of " + drive.pauses(),
                        "Name in limits.retryAfter the header in which the server says it");
            }
        }
    }

    /** Cut at several places. */
    private static void truncated(Fixture fixture, Workbench bench, Findings findings) {
        byte[] whole = fixture.bytes();
        for (int part = 1; part <= 8; part++) {
            byte[] cut = Arrays.copyOf(whole, Math.max(1, (int) (whole.length * (long) part / 9)));
            findings.tried("cut payloads");
            typed(
                    fixture.name() + ", cut after " + cut.length + " bytes",
                    bench.outcomes(fixture, cut),
                    findings);
        }
    }

    private static void errorPages(Workbench bench, Findings findings) {
        for (Specimen specimen : bench.specimens()) {
            if (specimen.document().values() != Document.Values.TYPED) {
                continue;
            }
            RawEnvelope page =
                    specimen.document()
                            .envelope()
                            .with(Trouble.ERROR_PAGE.getBytes(StandardCharsets.UTF_8));
            List<Outcome> outcomes = bench.parser().parse(page);
            findings.tried("error pages");
            typed("an HTML page for " + specimen.fixture().name(), outcomes, findings);
            if (outcomes.size() != 1 || !(outcomes.get(0) instanceof Outcome.Rejected)) {
                findings.problem(
                        "an HTML page in place of " + specimen.fixture().name(),
                        "one dead letter, MALFORMED",
                        outcomes.stream().map(OutcomeLine::of).toList().toString(),
                        "Refuse what is not the format");
            }
        }
    }

    private static void typed(String where, List<Outcome> outcomes, Findings findings) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Rejected rejected
                    && rejected.message().startsWith(ChannelParser.UNEXPECTED)) {
                findings.problem(
                        where,
                        "feedback or a typed dead letter",
                        "an exception, " + rejected.message(),
                        "Look before you read");
            }
        }
    }
}
