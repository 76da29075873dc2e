package io.throughline.fetch.poll;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Link} (RFC 8288, 3). */
final class LinkHeader {

    private static final Pattern LINK =
            Pattern.compile(
                    "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\",;]*))?)*)");
    private static final Pattern RELATION =
            Pattern.compile(
                    ";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]*))", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** The target of the first link with the relation {@code next}. */
    static Optional<String> next(String header) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher relation = RELATION.matcher(link.group(2));
            if (relation.find() && names(relation, "next")) {
                return Optional.of(link.group(1));
            }
        }
        return Optional.empty();
    }

    private static boolean names(Matcher relation, String name) {
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return Arrays.asList(names.toLowerCase(Locale.ROOT).split("\\s+")).contains(name);
    }
}
