package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.element;
import static io.throughline.taggers.evaluate.Markup.format;

import java.util.List;
import java.util.Map;

/** Label against answer as a table whose cells are the darker, the more of a label they hold. */
final class ConfusionMap {

    private static final double DARK = 0.55;

    private ConfusionMap() {}

    static String html(Scores scores) {
        List<String> names = List.copyOf(scores.labels().keySet());
        StringBuilder out = new StringBuilder("<table class=\"map\"><tr><td></td>");
        names.forEach(name -> out.append(element("th", "scope=\"col\"", name)));
        out.append("</tr>");
        for (String label : names) {
            Map<String, Long> row = scores.confusion().getOrDefault(label, Map.of());
            long answered = row.values().stream().mapToLong(Long::longValue).sum();
            if (scores.labels().get(label).labelled() == 0) {
                continue;
            }
            out.append("<tr>").append(element("th", "scope=\"row\"", label));
            for (String name : names) {
                long count = row.getOrDefault(name, 0L);
                double share = Matrix.ratio(count, answered);
                out.append(
                        format(
                                "<td class=\"%s%s\" style=\"--share:%.3f\" title=\"%,d of %,d\">%s"
                                        + "</td>",
                                name.equals(label) ? "hit" : "miss",
                                share > DARK ? " dark" : "",
                                share,
                                count,
                                answered,
                                format("%.0f %%", share * 100)));
            }
            out.append("</tr>");
        }
        return out.append("</table>").toString();
    }
}
