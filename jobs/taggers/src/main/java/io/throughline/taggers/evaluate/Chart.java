package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.format;

/** A chart with two axes as SVG that takes its colours from the page. */
final class Chart {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 330;
    private static final int LEFT = 56;
    private static final int RIGHT = 34;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;
    private static final int LINE = 15;

    private final Axis x;
    private final Axis y;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param description for those who cannot see it
     */
    Chart(String description, Axis x, Axis y) {
        this.x = x;
        this.y = y;
        out.append(
                format(
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                        WIDTH, HEIGHT, Markup.escape(description)));
        for (Axis.Tick tick : x.ticks()) {
            double at = x(tick.value());
            line("grid", at, TOP, at, HEIGHT - BOTTOM);
            text("tick", at, HEIGHT - BOTTOM + LINE, "middle", tick.text());
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = y(tick.value());
            line("grid", LEFT, at, WIDTH - RIGHT, at);
            text("tick", LEFT - 6, at + 4, "end", tick.text());
        }
        text("axis", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", x.title());
        out.append(
                format(
                        "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(13 %d)"
                                + " rotate(-90)\">%s</text>",
                        (TOP + HEIGHT - BOTTOM) / 2, Markup.escape(y.title())));
    }

    double x(double value) {
        return LEFT + x.position(value) * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return HEIGHT - BOTTOM - y.position(value) * (HEIGHT - TOP - BOTTOM);
    }

    /** A line between two values. */
    void between(String style, double fromX, double fromY, double toX, double toY) {
        line(style, x(fromX), y(fromY), x(toX), y(toY));
    }

    /** A spot with a text that shows when the pointer rests on it. */
    void spot(String style, double atX, double atY, double radius, String hint) {
        out.append(
                format(
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title>"
                                + "</circle>",
                        style, x(atX), y(atY), radius, Markup.escape(hint)));
    }

    /** A line through points given as pixels, {@code x,y} each. */
    void path(String style, String points) {
        out.append(format("<polyline class=\"%s\" points=\"%s\"/>", style, points.strip()));
    }

    /** The pixels of a point, for {@link #path}. */
    String pixels(double atX, double atY) {
        return format("%.1f,%.1f ", x(atX), y(atY));
    }

    void text(String style, double pixelX, double pixelY, String anchor, String text) {
        out.append(
                format(
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                        style, pixelX, pixelY, anchor, Markup.escape(text)));
    }

    private void line(String style, double fromX, double fromY, double toX, double toY) {
        out.append(
                format(
                        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                        style, fromX, fromY, toX, toY));
    }

    String svg() {
        return out + "</svg>";
    }
}
