package io.throughline.console.help;

import java.net.URI;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Where links of a guide lead on the page: to other guides, to places in the guide, to images that
 * are served beside the guides. What leads out of the guides into the repository has no place on
 * the page and stays text.
 */
final class HelpLinks {

    private static final String SUFFIX = ".md";

    private final String page;
    private final Predicate<String> known;

    /**
     * @param page id of the guide that the links are in
     * @param known whether there is a guide of an id
     */
    HelpLinks(String page, Predicate<String> known) {
        this.page = page;
        this.known = known;
    }

    /** The address on the page; empty when there is none. */
    String link(String destination) {
        String lower = destination.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        String path = hash < 0 ? destination : destination.substring(0, hash);
        if (path.isEmpty()) {
            return address(page, anchor);
        }
        String resolved = resolve(path);
        if (!resolved.endsWith(SUFFIX)) {
            return "";
        }
        String id = resolved.substring(0, resolved.length() - SUFFIX.length()).replace('/', ':');
        return known.test(id) ? address(id, anchor) : "";
    }

    /** The address of an image of the guides; empty when it is none. */
    String image(String destination) {
        String resolved = resolve(destination);
        return Help.isImage(resolved) ? "api/help-images/" + resolved.replace('/', ':') : "";
    }

    private static String address(String id, String anchor) {
        return "#/help/" + id + (anchor.isEmpty() ? "" : "?at=" + anchor);
    }

    private String resolve(String path) {
        try {
            URI base = URI.create("/" + page.replace(':', '/'));
            String resolved = base.resolve(path).normalize().getPath();
            return resolved.startsWith("/../") ? "" : resolved.replaceFirst("^/", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
