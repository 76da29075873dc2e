package io.throughline.conformance.fetching;

import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.LogWatch;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.parsing.SecrecyCheck;
import io.throughline.conformance.server.Trouble;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * What a channel knows of its customers and of its own credentials is told nowhere: to the checks
 * of the mapper it adds a poll of a server in trouble, whose log lines and envelopes must not hold
 * a secret.
 */
public final class SecretsCheck implements ChannelCheck {

    private final SecrecyCheck mapper = new SecrecyCheck();

    @Override
    public Verdict check(Workbench bench) throws InterruptedException {
        Verdict verdict = mapper.check(bench);
        if (!(verdict instanceof Verdict.Passed passed) || Polling.hindrance(bench).isPresent()) {
            return verdict;
        }
        Findings findings = new Findings();
        try (Polling polling = Polling.of(bench);
                LogWatch watch = LogWatch.start()) {
            polling.add(0, 0);
            polling.server().trouble(List.of(Trouble.LIMITED, Trouble.ERROR, Trouble.HTML));
            Drive drive = polling.drive().pass().pass();
            findings.tried("fetched payloads", drive.envelopes().size());
            told("a log line", watch.heard(), findings);
            for (RawEnvelope envelope : drive.envelopes()) {
                told("the origin of an envelope", envelope.origin(), findings);
                told("a header of an envelope", envelope.headers().toString(), findings);
            }
            for (Outcome outcome : drive.outcomes()) {
                told("an outcome", OutcomeLine.of(outcome), findings);
            }
        }
        Verdict fetched = findings.verdict(verdict);
        return fetched instanceof Verdict.Passed more
                ? new Verdict.Passed(passed.tried() + ", " + more.tried())
                : fetched;
    }

    private static void told(String where, String text, Findings findings) {
        for (String line : text.lines().toList()) {
            if (line.contains(MadeUpValues.SECRET)) {
                findings.problem(
                        where,
                        "no secret in it",
                        line.replaceAll(MadeUpValues.SECRET + "\\w*", "…"),
                        "Send secrets in headers or request.auth, which are never shown");
            }
        }
    }
}
