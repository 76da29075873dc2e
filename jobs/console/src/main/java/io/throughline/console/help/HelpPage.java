package io.throughline.console.help;

import java.util.List;
import java.util.Objects;

/**
 * A guide as the page shows it.
 *
 * @param id its path without {@code .md}, parts parted by a colon, e.g. {@code channels:typeform}
 * @param title its first heading
 * @param html without a script or style of its own; markup in the guide is shown as text
 * @param headings of the second and third level, in their order
 */
public record HelpPage(String id, String title, String html, List<Heading> headings) {

    /**
     * A heading.
     *
     * @param anchor id of it in the page
     */
    public record Heading(int level, String text, String anchor) {}

    public HelpPage {
        Objects.requireNonNull(id, "id");
        headings = List.copyOf(headings);
    }
}
