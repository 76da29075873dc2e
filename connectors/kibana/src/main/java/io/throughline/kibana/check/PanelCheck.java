package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One panel of a dashboard, by value or by reference. */
final class PanelCheck {

    private static final Pattern TIME =
            Pattern.compile("now([-+][0-9]+[smhdwMy])?(/[smhdwMy])?|[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

    private final Context context;
    private final Names names;

    PanelCheck(Context context, Names names) {
        this.context = context;
        this.names = names;
    }

    void check(Report report, JsonNode panel, String index) {
        JsonNode config = panel.path("embeddableConfig");
        String type = panel.path("type").asText();
        boolean byReference = panel.has("panelRefName");
        if (byReference) {
            names.find(index + ":" + panel.path("panelRefName").asText(), type);
        }
        switch (type) {
            case "lens" -> {
                if (byReference) {
                    names.repeated(index + ":" + LensCheck.LAYER);
                } else {
                    lens(report, config.path("attributes"), index);
                }
            }
            case "visualization" -> {
                if (!byReference) {
                    markdown(report, config.path("savedVis"));
                }
            }
            case "links" -> {
                if (!byReference) {
                    links(report, config.path("attributes"), index);
                }
            }
            case "search" -> {
                if (!byReference) {
                    report.add("a search that is not by reference");
                }
            }
            default -> report.add("no kind of panel: '" + type + "'");
        }
        if (config.has("timeRange")) {
            time(report, config.path("timeRange"));
        }
        DrilldownCheck.check(report, config, index, names);
    }

    /** The dashboard says again, under the panel's id, what the chart refers to. */
    private void lens(Report report, JsonNode attributes, String index) {
        for (Reference own : new LensCheck(context).check(report, attributes)) {
            Optional<String> id = names.find(index + ":" + own.name(), own.type());
            if (id.isPresent() && !id.get().equals(own.id())) {
                report.add("the panel and its dashboard mean different objects by " + own.name());
            }
        }
    }

    /** A time of its own has two ends, as Kibana's date picker says them. */
    private static void time(Report report, JsonNode range) {
        for (String end : List.of("from", "to")) {
            if (!TIME.matcher(range.path(end).asText()).matches()) {
                report.add("timeRange has no " + end);
            }
        }
    }

    private static void markdown(Report report, JsonNode visualization) {
        report.oneOf(visualization, "type", List.of("markdown"));
        QueryCheck.check(report, visualization.at("/data/searchSource/query"), null);
        if (!visualization.at("/params/markdown").isTextual()) {
            report.add("has no Markdown");
        }
    }

    private void links(Report report, JsonNode attributes, String index) {
        report.oneOf(attributes, "layout", List.of("horizontal", "vertical"));
        Set<String> seen = new HashSet<>();
        for (JsonNode link : attributes.path("links")) {
            report.oneOf(link, "type", List.of("dashboardLink"));
            String id = link.path("id").asText();
            String reference = link.path("destinationRefName").asText();
            if (!seen.add(id) || !reference.equals("link_" + id + "_dashboard")) {
                report.add("link " + id + " leads to the reference " + reference);
            }
            names.find(index + ":" + reference, "dashboard");
        }
    }
}
