package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.CpuTime;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.nio.charset.CharsetEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whatever a customer types arrives: in any script, with markup as text or as what it stands for,
 * and very long texts whole or refused, in time that grows with their length and not its square.
 */
public final class TextCheck implements ChannelCheck {

    private static final int SHORT = 1 << 16;
    private static final int LONG = 1 << 20;
    private static final int LONGEST = 4 << 20;
    private static final Duration SLOW = Duration.ofMillis(200);

    /** Sixteen times the length may take so many times the time; its square would be 256. */
    private static final int STEEPEST = 64;

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        CharsetEncoder encoder = bench.definition().file().charset().newEncoder();
        int timed = 0;
        for (Specimen specimen : bench.specimens()) {
            Optional<Place> words = specimen.words();
            if (words.isEmpty()) {
                continue;
            }
            Place place = words.get();
            boolean lines = specimen.document().values() == Document.Values.LINES;
            for (Sample sample : Sample.ALL) {
                boolean writable = encoder.canEncode(sample.text());
                if (!writable || (lines && sample.severalLines())) {
                    continue;
                }
                said(specimen, place, sample, bench, findings);
            }
            if (timed++ < 2) {
                lengthy(specimen, place, bench, findings);
            }
        }
        if (bench.specimens().isEmpty()) {
            return Findings.noFeedback();
        }
        boolean mapped =
                bench.definition().map() != null && bench.definition().map().text() != null;
        return findings.verdict(
                mapped
                        ? new Verdict.Failed(
                                "map.text finds nothing in any fixture: mend the expression, or"
                                        + " add a record with text")
                        : new Verdict.NotApplicable("no record has a text"));
    }

    private static void said(
            Specimen specimen, Place place, Sample sample, Workbench bench, Findings findings) {
        findings.tried("texts");
        Outcome outcome = outcome(specimen, place, sample.text(), bench).orElse(null);
        if (outcome instanceof Outcome.Accepted accepted) {
            String text = String.valueOf(accepted.feedback().text());
            if (!sample.arrivedIn(text)) {
                findings.problem(
                        specimen.where(place) + " = " + sample.name(),
                        "a text with '" + sample.due() + "'",
                        "'" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "'",
                        "Keep what was typed; where the source sends HTML, HtmlText turns it into"
                                + " text");
            }
        } else {
            findings.problem(
                    specimen.where(place) + " = " + sample.name(),
                    "feedback with that text",
                    String.valueOf(outcome),
                    "No text is wrong: take whatever a customer types");
        }
    }

    private static void lengthy(
            Specimen specimen, Place place, Workbench bench, Findings findings) {
        for (int length : new int[] {LONG, LONGEST}) {
            findings.tried("long texts");
            whole(specimen, place, length, bench, findings);
        }
        long quick = nanos(specimen, place, SHORT, bench);
        long slow = nanos(specimen, place, LONG, bench);
        if (slow > SLOW.toNanos() && slow > STEEPEST * quick) {
            findings.problem(
                    specimen.where(place) + " of " + (LONG >> 10) + " KiB",
                    "about " + LONG / SHORT + " times the time of " + (SHORT >> 10) + " KiB",
                    slow / 1_000_000 + " ms instead of " + quick / 1_000_000 + " ms",
                    "Something reads the text again for each of its parts: build it in one pass");
        }
    }

    private static void whole(
            Specimen specimen, Place place, int length, Workbench bench, Findings findings) {
        String words = Sample.words(length);
        Outcome outcome = outcome(specimen, place, words, bench).orElse(null);
        String where = specimen.where(place) + " of " + (length >> 10) + " KiB";
        if (outcome instanceof Outcome.Accepted accepted) {
            String text = String.valueOf(accepted.feedback().text());
            if (!text.contains(words)) {
                findings.problem(
                        where,
                        "the whole text or TOO_LARGE",
                        "a text of " + text.length() + " characters that is cut",
                        "Never cut a text: refuse what is too large");
            }
        } else if (!(outcome instanceof Outcome.Rejected rejected
                && rejected.reason() == FailureReason.TOO_LARGE
                && length * 2L > bench.definition().limits().maxRecord())) {
            findings.problem(
                    where,
                    "the whole text, or TOO_LARGE where it is more than limits.maxRecord",
                    String.valueOf(outcome),
                    "Take long texts whole");
        }
    }

    /** The best of three: what is lost to other threads is not the channel's fault. */
    private static long nanos(Specimen specimen, Place place, int length, Workbench bench) {
        RawEnvelope envelope = saying(specimen, place, Sample.words(length));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = CpuTime.nanos();
            List<Outcome> unused = bench.parser().parse(envelope);
            best = Math.min(best, CpuTime.nanos() - before);
        }
        return best;
    }

    private static Optional<Outcome> outcome(
            Specimen specimen, Place place, String text, Workbench bench) {
        return specimen.outcomeOf(bench.parser().parse(saying(specimen, place, text)));
    }

    /** Added to what is there, which may be a speaker's name. */
    private static RawEnvelope saying(Specimen specimen, Place place, String text) {
        String before = place.in(specimen.record()).asText();
        return specimen.with(
                place.replaced(specimen.record(), TextNode.valueOf(before + " " + text)));
    }
}
