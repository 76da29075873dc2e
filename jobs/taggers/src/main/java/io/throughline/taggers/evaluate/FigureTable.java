package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.element;
import static io.throughline.taggers.evaluate.Markup.figure;
import static io.throughline.taggers.evaluate.Markup.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Scores by domain, engines one below the other, as a table of the page. */
final class FigureTable {

    private FigureTable() {}

    static String html(List<EngineReport> engines) {
        StringBuilder out = new StringBuilder("<table><tr>");
        for (String column : List.of("domain", "engine")) {
            out.append(element("th", "class=\"text\"", column));
        }
        for (String column :
                List.of("rows", "accuracy", "macro-F1", "coverage", "accuracy of all", "ECE")) {
            out.append(element("th", "", column));
        }
        out.append("</tr>");
        byDomain(engines).forEach((domain, scores) -> out.append(rows(domain, scores)));
        return out.append("</table>").toString();
    }

    /** By domain, by engine; all domains together last. */
    private static Map<String, Map<String, Scores>> byDomain(List<EngineReport> engines) {
        Map<String, Map<String, Scores>> byDomain = new LinkedHashMap<>();
        for (EngineReport engine : engines) {
            engine.domains()
                    .forEach(
                            (domain, scores) ->
                                    byDomain.computeIfAbsent(domain, d -> new LinkedHashMap<>())
                                            .put(engine.engine(), scores));
        }
        if (byDomain.size() > 1) {
            Map<String, Scores> all = new LinkedHashMap<>();
            engines.forEach(engine -> all.put(engine.engine(), engine.all()));
            byDomain.put("all", all);
        }
        return byDomain;
    }

    private static String rows(String domain, Map<String, Scores> scores) {
        StringBuilder out = new StringBuilder();
        double accuracy = best(scores, Scores::accuracy);
        double macroF1 = best(scores, Scores::macroF1);
        scores.forEach(
                (engine, one) ->
                        out.append(begin(out.isEmpty() ? domain : null))
                                .append(element("td", "class=\"text\"", engine))
                                .append(element("td", "", format("%,d", one.labelled())))
                                .append(cell(one.accuracy(), one.accuracyInterval(), accuracy))
                                .append(cell(one.macroF1(), one.macroF1Interval(), macroF1))
                                .append(element("td", "", figure(one.coverage())))
                                .append(element("td", "", figure(one.accuracyOfAll())))
                                .append(element("td", "", figure(one.calibration().error())))
                                .append("</tr>"));
        return out.toString();
    }

    /** The first cell of a row; only the first row of a domain names it. */
    private static String begin(String domain) {
        return domain == null
                ? "<tr><td></td>"
                : "<tr class=\"first\">" + element("td", "class=\"text\"", domain);
    }

    private static double best(Map<String, Scores> scores, ToDoubleFunction<Scores> figure) {
        return scores.size() < 2
                ? Double.NaN
                : scores.values().stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    private static String cell(double value, Interval interval, double best) {
        return (value == best ? "<td class=\"best\">" : "<td>")
                + figure(value)
                + element("small", "", figure(interval.low()) + "–" + figure(interval.high()))
                + "</td>";
    }
}
