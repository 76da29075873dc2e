package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.LogWatch;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import java.util.Locale;
import java.util.Optional;

/**
 * An author's id leaves a mapper as a keyed hash and in no other way, and neither log lines nor
 * dead letters hold it or what the customer said.
 *
 * <p>A source that names records by their author, or links to an author's page, says the id there
 * itself: id and URL are what the source calls the record, and are left as they are.
 */
public final class SecrecyCheck implements ChannelCheck {

    private static final String AUTHOR = "kitauthor7f3a91";
    private static final String WORDS = "kitwords5d20c8";

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        try (LogWatch watch = LogWatch.start()) {
            for (Specimen specimen : bench.specimens()) {
                authors(specimen, bench, findings);
                deadLetters(specimen, bench, findings);
            }
            heard(watch, findings);
            if (findings.any() && watch.hearsLogs()) {
                findings.tried("log");
            }
        }
        return findings.verdict(Findings.noFeedback());
    }

    private static void authors(Specimen specimen, Workbench bench, Findings findings) {
        for (Place place : specimen.places(Facet.AUTHOR)) {
            JsonNode marked = place.replaced(specimen.record(), TextNode.valueOf(AUTHOR));
            Outcome outcome =
                    specimen.outcomeOf(bench.parser().parse(specimen.with(marked))).orElse(null);
            if (!(outcome instanceof Outcome.Accepted accepted)) {
                continue;
            }
            findings.tried("authors");
            Feedback feedback = accepted.feedback();
            if (leaks(feedback)) {
                findings.problem(
                        specimen.where(place),
                        "the author's id as author.key alone, hashed",
                        "the id itself in " + parts(feedback),
                        "Hash it with context.authors().keyOf, and map it to nothing else");
            }
        }
        Feedback feedback = specimen.feedback();
        if (feedback.author() != null
                && feedback.author().key() != null
                && !feedback.author().key().startsWith("hmac:")) {
            findings.problem(
                    specimen.where(),
                    "an author key that begins with hmac:",
                    "another",
                    "Hash it with context.authors().keyOf");
        }
    }

    private static boolean leaks(Feedback feedback) {
        return !parts(feedback).isEmpty();
    }

    /** Where the id is to be seen. */
    private static String parts(Feedback feedback) {
        String text = String.valueOf(feedback.text()).toLowerCase(Locale.ROOT);
        String author = String.valueOf(feedback.author()).toLowerCase(Locale.ROOT);
        String extras = feedback.extras().toString().toLowerCase(Locale.ROOT);
        return (author.contains(AUTHOR) ? "author.key " : "")
                + (text.contains(AUTHOR) ? "text " : "")
                + (extras.contains(AUTHOR) ? "extras " : "");
    }

    /** Marked words in a record that is refused for something else, and for the words. */
    private static void deadLetters(Specimen specimen, Workbench bench, Findings findings) {
        JsonNode marked = specimen.record();
        for (Place place : specimen.anatomy().places()) {
            if (place.in(marked).isTextual() && secret(specimen, place)) {
                String mark = specimen.facets(place).contains(Facet.AUTHOR) ? AUTHOR : WORDS;
                marked = place.replaced(marked, TextNode.valueOf(mark));
            }
        }
        for (Place place : specimen.anatomy().places()) {
            for (Breakage breakage :
                    Breakage.of(place.in(specimen.record()), specimen.document())) {
                Optional<Outcome> outcome =
                        specimen.outcomeOf(
                                bench.parser()
                                        .parse(specimen.with(breakage.applied(marked, place))));
                if (outcome.orElse(null) instanceof Outcome.Rejected rejected) {
                    findings.tried("dead letters");
                    String line = OutcomeLine.of(rejected);
                    if (line.contains(WORDS) || line.contains(AUTHOR)) {
                        findings.problem(
                                specimen.where(place) + " " + breakage.words(),
                                "a message that names the field",
                                "one that quotes what the customer said: "
                                        + line.replace(WORDS, "…").replace(AUTHOR, "…"),
                                "Say what is wrong and where, never the words");
                    }
                }
            }
        }
    }

    private static boolean secret(Specimen specimen, Place place) {
        var facets = specimen.facets(place);
        return (facets.contains(Facet.TEXT) || facets.contains(Facet.AUTHOR))
                && !facets.contains(Facet.IDENTITY);
    }

    private static void heard(LogWatch watch, Findings findings) {
        String heard = watch.heard();
        for (String line : heard.lines().toList()) {
            if (line.contains(WORDS) || line.contains(AUTHOR)) {
                findings.problem(
                        "a log line",
                        "ids and sizes",
                        "what a customer said or is called: "
                                + line.replace(WORDS, "…").replace(AUTHOR, "…"),
                        "Leave payloads out of logs");
            }
        }
    }
}
