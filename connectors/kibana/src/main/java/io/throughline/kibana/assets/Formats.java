package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;

/** How Lens shows numbers. */
final class Formats {

    private Formats() {}

    static ObjectNode whole() {
        return number(0);
    }

    static ObjectNode number(int decimals) {
        return Json.object("id", "number", "params", Json.object("decimals", decimals));
    }

    static ObjectNode percent() {
        return Json.object("id", "percent", "params", Json.object("decimals", 1));
    }

    /** Seconds, said as hours or days where there are many. */
    static ObjectNode seconds() {
        return Json.object(
                "id",
                "duration",
                "params",
                Json.object("decimals", 1, "fromUnit", "seconds", "toUnit", "humanizePrecise"));
    }
}
