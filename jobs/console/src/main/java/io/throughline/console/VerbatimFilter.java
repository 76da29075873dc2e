package io.throughline.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which feedback is looked for, as an address says it.
 *
 * @param words in Elasticsearch's simple query syntax; empty for any
 * @param facets of each, the values of which one is enough; those that are not named say nothing
 * @param ratings parts of the scale, of which one is enough; empty for any
 * @param from time of occurrence, inclusive; null for any
 * @param until exclusive; null for any
 */
record VerbatimFilter(
        String words,
        Map<Facet, List<String>> facets,
        Set<RatingPart> ratings,
        Instant from,
        Instant until,
        Order order) {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 300;

    VerbatimFilter {
        facets = Map.copyOf(facets);
        ratings = Set.copyOf(ratings);
    }

    /** In which order hits come. */
    enum Order {
        NEWEST,
        OLDEST,
        /** What fits the words best. */
        BEST
    }

    /**
     * The filter of the parameters of an address; what is missing or empty says nothing.
     *
     * @throws RefusedException when a value makes no sense, with a sentence
     */
    static VerbatimFilter of(Map<String, List<String>> parameters) {
        Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = values(parameters, facet.id());
            if (!values.isEmpty()) {
                facets.put(facet, values);
            }
        }
        List<RatingPart> ratings = new ArrayList<>();
        for (String value : values(parameters, "rating")) {
            ratings.add(choice("rating", value, RatingPart.values()));
        }
        String words = SearchWords.checked(one(parameters, "q").orElse(""));
        Optional<Order> order = one(parameters, "sort").map(s -> choice("sort", s, Order.values()));
        Instant from =
                one(parameters, "from").map(text -> SearchTimes.from("from", text)).orElse(null);
        Instant until =
                one(parameters, "to").map(text -> SearchTimes.until("to", text)).orElse(null);
        if (from != null && until != null && !from.isBefore(until)) {
            throw RefusedException.badRequest("'from' is not before 'to'.");
        }
        return new VerbatimFilter(
                words, facets, Set.copyOf(ratings), from, until, order.orElse(Order.NEWEST));
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RefusedException.badRequest("'" + name + "' is there more than once.");
        }
        return values.stream().map(String::strip).filter(value -> !value.isEmpty()).findFirst();
    }

    private static List<String> values(Map<String, List<String>> parameters, String name) {
        List<String> values =
                parameters.getOrDefault(name, List.of()).stream()
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
        if (values.size() > MOST_VALUES
                || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw RefusedException.badRequest(
                    "'"
                            + name
                            + "' takes at most "
                            + MOST_VALUES
                            + " values of "
                            + LONGEST_VALUE
                            + " characters.");
        }
        return values;
    }

    private static <T extends Enum<T>> T choice(String name, String value, T[] choices) {
        List<String> known = new ArrayList<>();
        for (T choice : choices) {
            String id = choice.name().toLowerCase(java.util.Locale.ROOT);
            if (id.equals(value)) {
                return choice;
            }
            known.add(id);
        }
        throw RefusedException.badRequest(
                "'" + name + "' is one of " + String.join(", ", known) + ".");
    }
}
