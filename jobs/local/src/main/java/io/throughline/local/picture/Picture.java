package io.throughline.local.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One SVG file with panels below each other. Colours follow the reader's preference for light or
 * dark, and every colour is told apart by its place, its dashes or its label as well.
 */
public final class Picture {

    /** Width of every picture, in pixels. */
    static final int WIDTH = 960;

    private static final int TOP = 58;
    private static final int GAP = 14;
    private static final int BOTTOM = 16;

    private static final String STYLE =
            """
            :root { --ground: #fcfcfb; --ink: #1f1f1d; --dim: #62615c; --grid: #e4e3df;
              --a: #2a6fc9; --b: #d2562a; --c: #12875c; --d: #7d4fc4; --e: #b8860b; --f: #c03a78; --alarm: #c62828;
              --band: #2a6fc926; --fault: #b8860b22; --known: #d2562a24 }
            @media (prefers-color-scheme: dark) { :root { --ground: #191918; --ink: #ecebe7; --dim: #a3a29b; --grid: #363532;
              --a: #6aa6f0; --b: #ef8a5f; --c: #3fbf8f; --d: #b08ff0; --e: #dcb34a; --f: #ee7fb0; --alarm: #ff7b72;
              --band: #6aa6f02e; --fault: #dcb34a26; --known: #ef8a5f2b } }
            .ground { fill: var(--ground) } text { font: 12px system-ui, sans-serif; fill: var(--ink) }
            .title { font-size: 15px; font-weight: 600 } .dim, .tick { fill: var(--dim) } .tick { font-size: 11px }
            .grid { stroke: var(--grid); stroke-width: 1 } path, line, polyline { fill: none }
            .a { stroke: var(--a) } .b { stroke: var(--b) } .c { stroke: var(--c) } .d { stroke: var(--d) } .e { stroke: var(--e) } .f { stroke: var(--f) }
            .ref { stroke: var(--dim) } text.ref { stroke: none; fill: var(--dim) }
            text.a, text.b, text.c, text.d, text.e, text.f, text.alarm { stroke: none }
            text.a { fill: var(--a) } text.b { fill: var(--b) } text.c { fill: var(--c) } text.d { fill: var(--d) } text.e { fill: var(--e) } text.f { fill: var(--f) } text.alarm { fill: var(--alarm) }
            polyline, .mark { stroke-width: 1.6 } .thick { stroke-width: 3 } .dashed { stroke-dasharray: 6 4 } .dotted { stroke-dasharray: 2 3 }
            .alarm { stroke: var(--alarm) } .spot { stroke: none } .spot.a { fill: var(--a) } .spot.b { fill: var(--b) } .spot.c { fill: var(--c) } .spot.d { fill: var(--d) } .spot.e { fill: var(--e) } .spot.f { fill: var(--f) } .spot.alarm { fill: var(--alarm) }
            .bar { fill: var(--a); stroke: none; opacity: .75 } .band { fill: var(--band); stroke: none } .fault { fill: var(--fault) } .known { fill: var(--known) }
            """;

    private final String title;
    private final String below;
    private final List<Panel> panels = new ArrayList<>();

    /**
     * @param title what is to be seen
     * @param below a line below it; may be empty
     */
    public Picture(String title, String below) {
        this.title = title;
        this.below = below;
    }

    /**
     * Adds a panel below the others.
     *
     * @param height in pixels, of the panel with its axis
     */
    public Panel panel(int height, Axis x, Axis y) {
        int top = TOP + panels.stream().mapToInt(panel -> panel.height() + GAP).sum();
        Panel panel = new Panel(top, height, x, y);
        panels.add(panel);
        return panel;
    }

    /** The file. */
    public String svg() {
        int height = TOP + panels.stream().mapToInt(one -> one.height() + GAP).sum() + BOTTOM;
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " role=\"img\" aria-label=\"%s\">%n<style>%n%s</style>%n"
                                + "<rect class=\"ground\" width=\"%d\" height=\"%d\"/>%n",
                        WIDTH,
                        height,
                        escape(title),
                        STYLE,
                        WIDTH,
                        height));
        out.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"title\" x=\"16\" y=\"24\">%s</text>%n"
                                + "<text class=\"dim\" x=\"16\" y=\"43\">%s</text>%n",
                        escape(title),
                        escape(below)));
        panels.forEach(panel -> out.append(panel.svg()));
        return out.append("</svg>\n").toString();
    }

    /** The text with what has a meaning in markup replaced. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
