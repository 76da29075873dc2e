package io.throughline.elasticsearch.bulk;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.throughline.elasticsearch.bulk.DocumentWrite.Action;
import java.nio.charset.StandardCharsets;

/** The line of the bulk format that says what to do with the document on the next line. */
final class ActionLine {

    private ActionLine() {}

    /** With its line break. */
    static byte[] encode(DocumentWrite write) {
        JsonStringEncoder json = JsonStringEncoder.getInstance();
        StringBuilder line = new StringBuilder(128);
        line.append(write.action() == Action.INDEX ? "{\"index\":{" : "{\"delete\":{");
        line.append("\"_index\":\"");
        json.quoteAsString(write.index(), line);
        line.append("\",\"_id\":\"");
        json.quoteAsString(write.id(), line);
        line.append("\",\"version\":").append(write.version());
        line.append(",\"version_type\":\"external\"}}\n");
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
