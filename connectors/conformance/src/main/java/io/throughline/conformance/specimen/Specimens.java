package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Anatomy.Shown;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Picks records of the fixtures that differ in what they hold, and finds out what their values do.
 * A handful of each shape is enough: what a value does is the same in the hundredth record.
 */
public final class Specimens {

    private static final int MOST = 12;
    private static final int OF_A_SHAPE = 2;
    private static final int MOST_SIBLINGS = 6;

    private final ChannelParser parser;
    private final Documents documents;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Set<JsonNode>> values = new HashMap<>();

    /** A record and what it became. */
    private record Found(Fixture fixture, Document document, int index, Feedback feedback) {
        JsonNode record() {
            return document.records().get(index);
        }
    }

    private Specimens(ChannelParser parser, Documents documents) {
        this.parser = parser;
        this.documents = documents;
    }

    /**
     * The specimens of fixtures.
     *
     * @param envelopes cuts a fixture
     * @param operation which of the two is looked for
     */
    public static List<Specimen> of(
            List<Fixture> fixtures,
            Function<Fixture, List<RawEnvelope>> envelopes,
            Documents documents,
            ChannelParser parser,
            Operation operation) {
        Specimens specimens = new Specimens(parser, documents);
        for (Fixture fixture : fixtures) {
            for (RawEnvelope envelope : envelopes.apply(fixture)) {
                specimens.find(fixture, envelope);
            }
        }
        return specimens.chosen(operation).stream().map(specimens::specimen).toList();
    }

    private void find(Fixture fixture, RawEnvelope envelope) {
        Optional<Document> document = documents.of(envelope);
        if (document.isEmpty()) {
            return;
        }
        List<JsonNode> records = document.get().records();
        List<Outcome> outcomes = parser.parse(envelope);
        for (int i = 0; i < records.size(); i++) {
            remember(records.get(i));
            Outcome outcome = Specimen.outcomeOf(outcomes, records.size(), i).orElse(null);
            if (outcome instanceof Outcome.Accepted accepted) {
                found.add(new Found(fixture, document.get(), i, accepted.feedback()));
            }
        }
    }

    private void remember(JsonNode record) {
        for (Place place : Leaves.of(record)) {
            Set<JsonNode> known =
                    values.computeIfAbsent(place.pattern(), any -> new LinkedHashSet<>());
            if (known.size() < MOST_SIBLINGS) {
                known.add(place.in(record));
            }
        }
    }

    private List<Found> chosen(Operation operation) {
        List<Found> chosen = new ArrayList<>();
        Map<Set<String>, Integer> shapes = new HashMap<>();
        for (Found each : found) {
            boolean due = each.feedback().operation() == operation;
            if (due
                    && chosen.size() < MOST
                    && shapes.merge(shape(each.record()), 1, Integer::sum) <= OF_A_SHAPE) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private static Set<String> shape(JsonNode record) {
        return Leaves.of(record).stream()
                .filter(place -> !place.in(record).isNull())
                .map(Place::pattern)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A large page is cut down to the record where that makes no difference. */
    private Specimen specimen(Found each) {
        if (each.document().holdsMany() && each.document().records().size() > 1) {
            RawEnvelope alone = each.document().with(List.of(each.record()));
            Optional<Document> document = documents.of(alone);
            if (document.isPresent()
                    && document.get().records().size() == 1
                    && parser.parse(alone).equals(List.of(new Outcome.Accepted(each.feedback())))) {
                return dissected(new Found(each.fixture(), document.get(), 0, each.feedback()));
            }
        }
        return dissected(each);
    }

    private Specimen dissected(Found each) {
        Anatomy anatomy = new Anatomy();
        Specimen specimen =
                new Specimen(
                        each.fixture(),
                        each.document(),
                        each.index(),
                        each.record(),
                        each.feedback(),
                        anatomy);
        for (Place place : Leaves.of(each.record())) {
            anatomy.add(place);
            Set<JsonNode> siblings = values.getOrDefault(place.pattern(), Set.of());
            Set<JsonNode> own = Changes.of(place.in(each.record()));
            Set<JsonNode> tried = new LinkedHashSet<>(own);
            tried.addAll(siblings);
            tried.remove(place.in(each.record()));
            for (JsonNode value : tried) {
                RawEnvelope changed = specimen.with(place.replaced(each.record(), value));
                if (specimen.outcomeOf(parser.parse(changed)).orElse(null)
                        instanceof Outcome.Accepted accepted) {
                    Set<Facet> facets = Facet.between(each.feedback(), accepted.feedback());
                    if (!facets.isEmpty()) {
                        anatomy.add(
                                place,
                                new Shown(
                                        value, accepted.feedback(), facets, !own.contains(value)));
                    }
                }
            }
        }
        return specimen;
    }
}
