package io.throughline.channels.appstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the addresses of a review tell. The country is only there: in the path of the review's link
 * and of the author's page, e.g. {@code /gb/review?id=…}. The parameter {@code l} is the language
 * of the page that was asked for, not of the review, so it is not taken as such.
 *
 * @param review link to the review; null when there is none
 * @param appId of the app; null when the link does not tell
 * @param territory two letters, upper case; null when no link tells
 * @param authorId digits of the author's id, else the author's whole address; null without one
 */
record AppStoreLinks(String review, String appId, String territory, String authorId) {

    private static final Pattern APP = Pattern.compile("[?&]id=(\\d{1,20})(?:&|$)");
    private static final Pattern COUNTRY = Pattern.compile("^https?://[^/]+/([A-Za-z]{2})/");
    private static final Pattern AUTHOR = Pattern.compile("/id(\\d{1,20})(?:[?/#]|$)");

    static AppStoreLinks of(JsonNode entry) {
        String review = href(entry.path("link"));
        String author = AppStoreMapper.lenientLabel(entry.path("author").path("uri"));
        String territory = found(COUNTRY, review);
        if (territory == null) {
            territory = found(COUNTRY, author);
        }
        String authorId = found(AUTHOR, author);
        return new AppStoreLinks(
                review,
                found(APP, review),
                territory == null ? null : territory.toUpperCase(Locale.ROOT),
                authorId == null ? author : authorId);
    }

    /** One link is an object, several are a list; the related one is the review's. */
    private static String href(JsonNode link) {
        String first = null;
        for (JsonNode each : link.isArray() ? link : List.of(link)) {
            JsonNode attributes = each.path("attributes");
            String href = attributes.path("href").asText("");
            if (!href.isBlank()) {
                first = first == null ? href : first;
                if (attributes.path("rel").asText("").equals("related")) {
                    return href;
                }
            }
        }
        return first;
    }

    private static String found(Pattern pattern, String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
