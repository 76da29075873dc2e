package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Outcome;
import io.throughline.conformance.channel.Fixture;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record of a fixture that becomes feedback, and what each of its values does.
 *
 * @param index among the records of the document
 * @param feedback what it becomes
 */
public record Specimen(
        Fixture fixture,
        Document document,
        int index,
        JsonNode record,
        Feedback feedback,
        Anatomy anatomy) {

    /** The envelope with this record changed, its neighbours as they were. */
    public RawEnvelope with(JsonNode changed) {
        List<JsonNode> records = new ArrayList<>(document.records());
        records.set(index, changed);
        return document.with(records);
    }

    /** The places whose value decides about the facet. */
    public List<Place> places(Facet facet) {
        return anatomy.places(facet);
    }

    /** What the value at a place decides about. */
    public Set<Facet> facets(Place place) {
        return anatomy.facets(place);
    }

    /** Where its words are: what is added there is added to the text. */
    public Optional<Place> words() {
        return places(Facet.TEXT).stream()
                .filter(place -> place.in(record).isTextual())
                .filter(
                        place ->
                                anatomy.changes(place).stream()
                                        .anyMatch(change -> appended(place, change)))
                .findFirst();
    }

    private boolean appended(Place place, Anatomy.Shown change) {
        return change.value().asText().equals(place.in(record).asText() + " kit")
                && change.feedback().text() != null
                && change.feedback().text().contains("kit");
    }

    /** Outcome of this record among those of its envelope; empty when they cannot be told apart. */
    public Optional<Outcome> outcomeOf(List<Outcome> outcomes) {
        return outcomeOf(outcomes, document.records().size(), index);
    }

    static Optional<Outcome> outcomeOf(List<Outcome> outcomes, int records, int index) {
        if (outcomes.size() == records) {
            return Optional.of(outcomes.get(index));
        }
        return outcomes.size() == 1 ? Optional.of(outcomes.get(0)) : Optional.empty();
    }

    /** For messages: fixture, and which record of it. */
    public String where() {
        String record = document.records().size() > 1 ? ", record " + (index + 1) : "";
        return fixture.name() + record + " (" + feedback.naturalId() + ")";
    }

    /** For messages: where, and at which value. */
    public String where(Place place) {
        return where() + ", " + place;
    }
}
