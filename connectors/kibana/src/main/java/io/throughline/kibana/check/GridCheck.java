package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where panels lie: on the grid, none over another, each under its own id. */
final class GridCheck {

    private static final int WIDTH = 48;

    private GridCheck() {}

    private record Place(int x, int y, int w, int h, String section) {

        boolean overlaps(Place other) {
            return section.equals(other.section)
                    && x < other.x + other.w
                    && other.x < x + w
                    && y < other.y + other.h
                    && other.y < y + h;
        }
    }

    static void check(Report report, JsonNode panels) {
        List<Place> places = new ArrayList<>();
        for (JsonNode panel : panels) {
            JsonNode grid = panel.path("gridData");
            String index = panel.path("panelIndex").asText();
            if (!grid.path("i").asText().equals(index)) {
                report.add("panel " + index + " lies on the grid as " + grid.path("i").asText());
            }
            Place place =
                    new Place(
                            grid.path("x").asInt(-1),
                            grid.path("y").asInt(-1),
                            grid.path("w").asInt(),
                            grid.path("h").asInt(),
                            grid.path("sectionId").asText());
            boolean inside = place.x() >= 0 && place.y() >= 0 && place.x() + place.w() <= WIDTH;
            if (!inside || place.w() < 1 || place.h() < 1) {
                report.add("panel " + index + " is not on the grid of 48 columns");
            }
            if (places.stream().anyMatch(place::overlaps)) {
                report.add("panel " + index + " lies over another");
            }
            places.add(place);
        }
    }
}
