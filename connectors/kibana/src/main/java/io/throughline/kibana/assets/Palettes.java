package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;

/** Colours by net sentiment, -100 to 100. */
final class Palettes {

    private static final double LEAST = -100;
    private static final double MOST = 100;
    private static final String NEUTRAL = "#ebeff5";

    private Palettes() {}

    /** Bad below the goal, good from it on; around zero where there is none. */
    static ObjectNode byGoal(Double goal) {
        double from = goal == null ? 0 : goal;
        return steps(new double[] {LEAST, from}, Charts.BAD, Charts.GOOD);
    }

    static ObjectNode fromBadToGood() {
        return steps(
                new double[] {LEAST, -40, -10, 10, 40},
                Charts.BAD,
                "#f2b4a6",
                NEUTRAL,
                "#a9d9cc",
                Charts.GOOD);
    }

    /** Kibana keeps where each colour begins and, in another list, where it ends. */
    private static ObjectNode steps(double[] from, String... colours) {
        ArrayNode starts = Json.array();
        ArrayNode ends = Json.array();
        for (int i = 0; i < from.length; i++) {
            double end = i + 1 < from.length ? from[i + 1] : MOST;
            starts.add(Json.object("color", colours[i], "stop", Json.number(from[i])));
            ends.add(Json.object("color", colours[i], "stop", Json.number(end)));
        }
        return Json.object(
                "name",
                "custom",
                "type",
                "palette",
                "params",
                Json.object(
                        "name",
                        "custom",
                        "steps",
                        from.length,
                        "maxSteps",
                        5,
                        "progression",
                        "fixed",
                        "rangeType",
                        "number",
                        "rangeMin",
                        Json.number(LEAST),
                        "rangeMax",
                        null,
                        "continuity",
                        "above",
                        "reverse",
                        false,
                        "colorStops",
                        starts,
                        "stops",
                        ends));
    }
}
