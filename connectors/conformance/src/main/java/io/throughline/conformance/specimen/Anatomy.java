package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.Feedback;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each value of a record decides about, with the changes that showed it. */
public final class Anatomy {

    private final Map<Place, List<Shown>> shown = new LinkedHashMap<>();

    /**
     * A change that was taken.
     *
     * @param value that stood at the place
     * @param feedback what the record became
     * @param facets what was another
     * @param borrowed whether the value is that of another record, such as its kind
     */
    public record Shown(JsonNode value, Feedback feedback, Set<Facet> facets, boolean borrowed) {}

    void add(Place place) {
        shown.putIfAbsent(place, new ArrayList<>());
    }

    void add(Place place, Shown change) {
        shown.get(place).add(change);
    }

    /** Every place with a value, in the order of the record. */
    public List<Place> places() {
        return List.copyOf(shown.keySet());
    }

    List<Place> places(Facet facet) {
        return shown.keySet().stream().filter(place -> facets(place).contains(facet)).toList();
    }

    Set<Facet> facets(Place place) {
        EnumSet<Facet> facets = EnumSet.noneOf(Facet.class);
        changes(place).forEach(change -> facets.addAll(change.facets()));
        return facets;
    }

    /** The changes at a place that were taken. */
    public List<Shown> changes(Place place) {
        return shown.getOrDefault(place, List.of());
    }
}
