package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.element;
import static io.throughline.taggers.evaluate.Markup.format;

import io.throughline.domain.tagging.TrainingSource;
import java.util.List;
import java.util.stream.Collectors;

/** Speed, memory and training of each engine as a table of the page. */
final class SpeedTable {

    private SpeedTable() {}

    static String html(List<EngineReport> engines) {
        StringBuilder out = new StringBuilder("<table><tr>");
        out.append(element("th", "class=\"text\"", "engine"));
        for (String column : List.of("records / CPU-s", "p50 ms", "p99 ms", "load s", "heap MB")) {
            out.append(element("th", "", column));
        }
        out.append(element("th", "class=\"text\"", "model and what it learnt from"))
                .append("</tr>");
        for (EngineReport engine : engines) {
            out.append("<tr>").append(element("td", "class=\"text\"", engine.engine()));
            Speed speed = engine.speed();
            Loading loading = engine.loading();
            out.append(cell(speed == null ? null : format("%,.0f", speed.recordsPerCpuSecond())))
                    .append(cell(speed == null ? null : format("%.2f", speed.p50Millis())))
                    .append(cell(speed == null ? null : format("%.2f", speed.p99Millis())))
                    .append(cell(loading == null ? null : format("%.1f", loading.seconds())))
                    .append(
                            cell(
                                    loading == null
                                            ? null
                                            : format("%.0f", loading.heapBytes() / 1e6)))
                    .append(element("td", "class=\"text\"", learntFrom(engine)))
                    .append("</tr>");
        }
        return out.append("</table>").toString();
    }

    private static String cell(String text) {
        return element("td", "", text == null ? "–" : text);
    }

    private static String learntFrom(EngineReport engine) {
        if (engine.unavailable() != null) {
            return "took no part: " + engine.unavailable();
        }
        if (engine.trainedOn() == null) {
            return engine.model() + "; it does not say what it learnt from";
        }
        return engine.model()
                + ": "
                + (engine.trainedOn().isEmpty()
                        ? "nothing"
                        : engine.trainedOn().stream()
                                .map(TrainingSource::id)
                                .collect(Collectors.joining(", ")));
    }
}
