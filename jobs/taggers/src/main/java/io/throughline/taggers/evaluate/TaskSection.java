package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.escape;
import static io.throughline.taggers.evaluate.Markup.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The pictures and tables of one task on the page. */
final class TaskSection {

    private static final int COLOURS = 8;

    private final List<EngineReport> engines;
    private final List<EngineReport> scored;

    TaskSection(List<EngineReport> engines) {
        this.engines = engines;
        this.scored = engines.stream().filter(engine -> engine.all() != null).toList();
    }

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return scored.isEmpty();
    }

    void writeTo(HtmlPage page) {
        page.markup(legend())
                .markup(HtmlPage.grid(planes()))
                .heading("Figures")
                .note(
                        "Accuracy and macro-F1 over the rows that were answered, with 95 % bootstrap"
                                + " intervals. ECE: expected calibration error.")
                .markup(HtmlPage.card("By domain", "", FigureTable.html(scored)))
                .heading("How sure, how right")
                .markup(
                        HtmlPage.grid(
                                HtmlPage.card(
                                        "Reliability",
                                        "On the dashed line, confidence means what it says; below"
                                                + " it, too much is promised.",
                                        ReliabilityDiagram.svg(reliability())),
                                HtmlPage.card(
                                        "Coverage",
                                        "How right the surest answers are when the others are left"
                                                + " to people.",
                                        CoverageChart.svg(coverage()))))
                .heading("What is taken for what")
                .note(
                        "Rows are what people said, columns what the engine said; shares are of a row.")
                .markup(HtmlPage.grid(confusions()))
                .heading("Speed, memory, and what the models learnt from")
                .markup(HtmlPage.card("Engines", "", SpeedTable.html(engines)));
    }

    private int colour(EngineReport engine) {
        return engines.indexOf(engine) % COLOURS;
    }

    private String legend() {
        return scored.stream()
                .map(
                        engine ->
                                format(
                                        "<li class=\"c%d\"><i></i>%s</li>",
                                        colour(engine), escape(engine.engine())))
                .collect(Collectors.joining("", "<ul class=\"legend\">", "</ul>"));
    }

    private String[] planes() {
        Set<String> domains = new LinkedHashSet<>();
        scored.forEach(engine -> domains.addAll(engine.domains().keySet()));
        List<String> cards = new ArrayList<>();
        if (domains.size() > 1) {
            cards.add(plane("All domains", null));
        }
        domains.forEach(domain -> cards.add(plane(domain, domain)));
        return cards.toArray(String[]::new);
    }

    private String plane(String title, String domain) {
        List<SpeedPlane.Spot> spots = new ArrayList<>();
        for (EngineReport engine : scored) {
            Scores scores = domain == null ? engine.all() : engine.domains().get(domain);
            if (scores != null && scores.answered() > 0 && engine.speed() != null) {
                spots.add(
                        new SpeedPlane.Spot(
                                engine.engine(),
                                colour(engine),
                                engine.speed().recordsPerCpuSecond(),
                                scores.accuracy(),
                                scores.accuracyInterval()));
            }
        }
        return HtmlPage.card(title, "Up and to the right is better.", SpeedPlane.svg(spots));
    }

    private List<ReliabilityDiagram.Series> reliability() {
        return scored.stream()
                .map(
                        engine ->
                                new ReliabilityDiagram.Series(
                                        engine.engine(),
                                        colour(engine),
                                        engine.all().calibration()))
                .toList();
    }

    private List<CoverageChart.Series> coverage() {
        return scored.stream()
                .map(
                        engine ->
                                new CoverageChart.Series(
                                        engine.engine(),
                                        colour(engine),
                                        engine.all().coverageCurve()))
                .toList();
    }

    private String[] confusions() {
        return scored.stream()
                .map(engine -> HtmlPage.card(engine.engine(), "", ConfusionMap.html(engine.all())))
                .toArray(String[]::new);
    }
}
