package io.throughline.local.picture;

import java.util.Locale;

/** A part of a picture with two axes. Styles are the classes of {@link Picture}. */
public final class Panel {

    private static final int LEFT = 74;
    private static final int RIGHT = 168;
    private static final int AXIS = 38;
    private static final int TICK = 15;

    private final int top;
    private final int height;
    private final Axis x;
    private final Axis y;
    private final StringBuilder out = new StringBuilder();
    private int labels;

    Panel(int top, int height, Axis x, Axis y) {
        this.top = top;
        this.height = height;
        this.x = x;
        this.y = y;
        for (Axis.Tick tick : x.ticks()) {
            double at = x(tick.value());
            line("grid", at, top, at, bottom());
            text("tick", at, bottom() + TICK, "middle", tick.text());
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = y(tick.value());
            line("grid", LEFT, at, right(), at);
            text("tick", LEFT - 6, at + 4, "end", tick.text());
        }
        text("dim", (LEFT + right()) / 2.0, bottom() + 2 * TICK + 2, "middle", x.title());
        append(
                "<text class=\"dim\" text-anchor=\"middle\" transform=\"translate(16 %.1f)"
                        + " rotate(-90)\">%s</text>%n",
                (top + bottom()) / 2.0, Picture.escape(y.title()));
    }

    int height() {
        return height;
    }

    private double bottom() {
        return top + height - AXIS;
    }

    private static double right() {
        return Picture.WIDTH - RIGHT;
    }

    private double x(double value) {
        return LEFT + x.position(value) * (right() - LEFT);
    }

    private double y(double value) {
        return bottom() - y.position(value) * (bottom() - top);
    }

    /** A line through points; a point that is not finite breaks it. */
    public Panel polyline(String style, double[] atX, double[] atY) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < atX.length; i++) {
            if (Double.isFinite(atY[i])) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(atX[i]), y(atY[i])));
            } else {
                close(style, points);
            }
        }
        close(style, points);
        return this;
    }

    private void close(String style, StringBuilder points) {
        if (points.length() > 0) {
            append("<polyline class=\"%s\" points=\"%s\"/>%n", style, points.toString().strip());
            points.setLength(0);
        }
    }

    /** The area between two values, from one place to another. */
    public Panel area(String style, double fromX, double toX, double low, double high) {
        append(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                style, x(fromX), y(high), Math.max(1.5, x(toX) - x(fromX)), y(low) - y(high));
        return this;
    }

    /** The whole height, from one place to another. */
    public Panel span(String style, double fromX, double toX, String hint) {
        append(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%.1f\"><title>%s"
                        + "</title></rect>%n",
                style,
                x(fromX),
                top,
                Math.max(2, x(toX) - x(fromX)),
                bottom() - top,
                Picture.escape(hint));
        return this;
    }

    /** A line over the whole height, with a text at its top. */
    public Panel mark(String style, double atX, String text) {
        line(style + " mark", x(atX), top, x(atX), bottom());
        boolean late = x(atX) > right() - 160;
        text(
                style,
                x(atX) + (late ? -4 : 4),
                top + 12 + 13 * (labels++ % 4),
                late ? "end" : "start",
                text);
        return this;
    }

    /** A line over the whole height. */
    public Panel rule(String style, double atX) {
        line(style + " mark", x(atX), top, x(atX), bottom());
        return this;
    }

    /** A line over the whole width. */
    public Panel level(String style, double atY) {
        line(style, LEFT, y(atY), right(), y(atY));
        return this;
    }

    /** A spot with a text that shows when the pointer rests on it. */
    public Panel spot(String style, double atX, double atY, double radius, String hint) {
        append(
                "<circle class=\"spot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title>"
                        + "</circle>%n",
                style, x(atX), y(atY), radius, Picture.escape(hint));
        return this;
    }

    /** What a line is, to the right of the panel. */
    public Panel key(String style, String dashes, int row, String text) {
        double at = top + 12 + 18.0 * row;
        line(style + " mark " + dashes, right() + 10, at - 4, right() + 30, at - 4);
        text("dim", right() + 35, at, "start", text);
        return this;
    }

    private void text(String style, double atX, double atY, String anchor, String text) {
        append(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style, atX, atY, anchor, Picture.escape(text));
    }

    private void line(String style, double fromX, double fromY, double toX, double toY) {
        append(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style, fromX, fromY, toX, toY);
    }

    private void append(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    String svg() {
        return out.toString();
    }
}
