package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record has the same id wherever and whenever it is seen, and another record has another. An id
 * that is made of nothing but a time in seconds, or of its author, is not unique; a time to the
 * microsecond is what some providers name their records by.
 */
public final class IdentityCheck implements ChannelCheck {

    private static final Pattern FINE = Pattern.compile(".*\\d[.,]\\d{6,}.*");
    private static final int MOST_RECORDS = 60;

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        for (Fixture fixture : bench.channel().fixtures()) {
            for (RawEnvelope envelope : bench.envelopes(fixture, fixture.bytes())) {
                seenAgain(fixture, envelope, bench, findings);
                onOtherPages(fixture, envelope, bench, findings);
            }
        }
        for (Specimen specimen : bench.specimens()) {
            unique(specimen, bench, findings);
        }
        return findings.verdict(Findings.noFeedback());
    }

    /** After a restart, a day later, from another page. */
    private static void seenAgain(
            Fixture fixture, RawEnvelope envelope, Workbench bench, Findings findings) {
        List<String> before = ids(bench.parser().parse(envelope));
        ChannelParser restarted = bench.newParser();
        List<String> after = ids(restarted.parse(bench.later(envelope, Duration.ofDays(1))));
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).isEmpty()) {
                findings.tried("records seen again");
            }
            if (!before.get(i).equals(after.get(i))) {
                findings.problem(
                        fixture.name() + ", record " + (i + 1),
                        "the id " + before.get(i) + " when it is seen again a day later",
                        after.get(i).isEmpty() ? "no feedback" : after.get(i),
                        "Make the id of what is in the record, and not of when or where it was"
                                + " seen");
            }
        }
    }

    /** Each record on a page of its own. */
    private static void onOtherPages(
            Fixture fixture, RawEnvelope envelope, Workbench bench, Findings findings) {
        Optional<Document> document = bench.documents().of(envelope);
        if (document.isEmpty() || !document.get().holdsMany()) {
            return;
        }
        List<JsonNode> records = document.get().records();
        List<String> together = ids(bench.parser().parse(envelope));
        if (together.size() != records.size()) {
            return;
        }
        for (int i = 0; i < Math.min(records.size(), MOST_RECORDS); i++) {
            List<String> alone =
                    ids(bench.parser().parse(document.get().with(List.of(records.get(i)))));
            if (together.get(i).isEmpty() || alone.size() != 1) {
                continue;
            }
            findings.tried("records on other pages");
            if (!alone.get(0).equals(together.get(i))) {
                findings.problem(
                        fixture.name() + ", record " + (i + 1),
                        "the id " + together.get(i) + " also when it is alone on its page",
                        alone.get(0).isEmpty() ? "no feedback" : alone.get(0),
                        "Leave the place on the page and the neighbours out of the id");
            }
        }
    }

    private static void unique(Specimen specimen, Workbench bench, Findings findings) {
        findings.tried("records taken apart");
        List<Place> places = specimen.places(Facet.IDENTITY);
        String id = specimen.feedback().naturalId();
        if (places.isEmpty() && !namedByFile(specimen, bench)) {
            findings.problem(
                    specimen.where(),
                    "another id for another record",
                    "'" + id + "' whatever the record holds",
                    "Let naturalId be what the source calls the record, or contentHash()");
        } else if (!places.isEmpty()
                && places.stream().allMatch(place -> specimen.facets(place).contains(Facet.TIME))
                && places.stream().allMatch(place -> coarse(specimen, place))) {
            findings.problem(
                    specimen.where(places.get(0)),
                    "an id that two records of the same second do not share",
                    "an id made of nothing but the time",
                    "Use what the source calls the record, or join it with more of the record");
        } else if (!places.isEmpty()
                && places.stream()
                        .allMatch(place -> specimen.facets(place).contains(Facet.AUTHOR))) {
            findings.problem(
                    specimen.where(places.get(0)),
                    "an id that two records of one author do not share",
                    "an id made of nothing but the author",
                    "Use what the source calls the record");
        }
    }

    /** A time as people write it, and no number that happens to hold one, such as a snowflake. */
    private static boolean coarse(Specimen specimen, Place place) {
        JsonNode value = place.in(specimen.record());
        return Notations.read(value).isPresent() && !FINE.matcher(value.asText()).matches();
    }

    /** A transcript can be named by its file. */
    private static boolean namedByFile(Specimen specimen, Workbench bench) {
        RawEnvelope renamed = Sightings.renamed(specimen.document().envelope());
        return !ids(bench.parser().parse(renamed)).contains(specimen.feedback().id());
    }

    /** An empty text for what is no feedback. */
    private static List<String> ids(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(
                        outcome ->
                                outcome instanceof Outcome.Accepted accepted
                                        ? accepted.feedback().id()
                                        : "")
                .toList();
    }
}
