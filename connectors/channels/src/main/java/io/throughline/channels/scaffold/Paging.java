package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a page what leads to the next one: a link, or a token to be sent back. */
final class Paging {

    private static final int DEEPEST = 3;
    private static final Pattern LINK_NAME =
            Pattern.compile("(?i)next|next_?(page|link|url)?|@odata\\.nextlink|after_?url|href");
    private static final Pattern TOKEN_NAME =
            Pattern.compile(
                    "(?i)next_?(page)?_?(token|cursor|id|key)|next|after|after_?cursor|end_?cursor"
                            + "|continuation(_?token)?|cursor|scroll_?id|page_?token|marker|next_?page");

    /** What a token is sent back as, by what it is called. */
    private static final Map<String, String> PARAMS =
            Map.of(
                    "nextpagetoken", "pageToken",
                    "nexttoken", "nextToken",
                    "nextcursor", "cursor",
                    "aftercursor", "cursor",
                    "endcursor", "after",
                    "continuationtoken", "continuationToken",
                    "next", "cursor",
                    "nextpage", "page");

    private Paging() {}

    /**
     * What leads on.
     *
     * @param name of the field
     * @param link whether it is an address; else a token
     */
    record Next(String path, String name, boolean link) {}

    /**
     * What leads on from this page.
     *
     * @param records path of the records, in which nothing is looked for
     */
    static Optional<Next> next(JsonNode page, String records) {
        return find("$", page, 1, records == null ? "" : records, false);
    }

    /** The parameter that a token is sent back in; one that the query has already, if it fits. */
    static String param(Next next, Set<String> query) {
        for (String known :
                List.of("cursor", "after", "page_token", "pageToken", "next_token", "token")) {
            if (query.contains(known)) {
                return known;
            }
        }
        String name = next.name().toLowerCase(Locale.ROOT).replace("_", "");
        String param = PARAMS.getOrDefault(name, next.name());
        return next.name().contains("_") ? inSnakeCase(param) : param;
    }

    /** Whoever writes one name with underscores writes the other so too. */
    private static String inSnakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Optional<Next> find(
            String path, JsonNode node, int depth, String records, boolean inNext) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String step = Columns.step(field.getKey());
            JsonNode value = field.getValue();
            if (step == null || records.startsWith(path + step + "[")) {
                continue;
            }
            boolean named = field.getKey().equalsIgnoreCase("next");
            if (value.isTextual() && (LINK_NAME.matcher(field.getKey()).matches() || inNext)) {
                String text = value.textValue();
                boolean href = !field.getKey().equalsIgnoreCase("href") || inNext;
                if (href
                        && (text.startsWith("http")
                                || text.startsWith("/")
                                || text.startsWith("?"))) {
                    return Optional.of(new Next(path + step, field.getKey(), true));
                }
            }
            if (value.isValueNode()
                    && !value.isNull()
                    && !value.isBoolean()
                    && !value.asText().isBlank()
                    && TOKEN_NAME.matcher(field.getKey()).matches()) {
                return Optional.of(new Next(path + step, field.getKey(), false));
            }
            if (value.isObject() && depth < DEEPEST) {
                Optional<Next> inner = find(path + step, value, depth + 1, records, named);
                if (inner.isPresent()) {
                    return inner;
                }
            }
            Optional<Next> listed = listed(path + step, value);
            if (listed.isPresent()) {
                return listed;
            }
        }
        return Optional.empty();
    }

    /** A list of links, each of which says how it leads: {@code {rel: next, href: …}}. */
    private static Optional<Next> listed(String path, JsonNode list) {
        for (JsonNode item : list.isArray() ? list : List.<JsonNode>of()) {
            String rel = item.path("rel").asText();
            String address = item.has("href") ? "href" : item.has("url") ? "url" : "uri";
            if (rel.toLowerCase(Locale.ROOT).startsWith("next") && item.path(address).isTextual()) {
                return Optional.of(
                        new Next(path + "[?(@.rel == '" + rel + "')]." + address, "next", true));
            }
        }
        return Optional.empty();
    }
}
