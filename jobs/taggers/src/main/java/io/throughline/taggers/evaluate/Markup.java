package io.throughline.taggers.evaluate;

import java.util.Locale;

/** Small helpers for writing HTML and SVG. */
final class Markup {

    private Markup() {}

    /** The text with what has a meaning in markup replaced. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A format with a point in numbers, wherever the machine stands. */
    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** An element with a text in it. */
    static String element(String name, String attributes, String text) {
        return "<"
                + name
                + (attributes.isEmpty() ? "" : " " + attributes)
                + ">"
                + escape(text)
                + "</"
                + name
                + ">";
    }

    /** Three digits after the point, without the zero before it. */
    static String figure(double value) {
        String text = format("%.3f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }
}
