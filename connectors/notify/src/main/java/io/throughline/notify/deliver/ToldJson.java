package io.throughline.notify.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.AlertState;
import io.throughline.json.JsonWriter;
import io.throughline.notify.message.Occasion;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** An entry of the delivery log as JSON; fields that a reader does not know are left alone. */
public final class ToldJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToldJson() {}

    /** The entry on one line. */
    public static String line(Told told) {
        return JsonWriter.object(
                out ->
                        out.text("receiver", told.receiver())
                                .text("alert", told.alert())
                                .number("version", told.version())
                                .text("state", told.state().id())
                                .text("occasion", told.occasion().id())
                                .bool("escalated", told.escalated())
                                .bool("corrected", told.corrected())
                                .bool("known", told.known())
                                .time("at", told.at())
                                .number("attempts", told.attempts())
                                .text("failure", told.failure()));
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Told read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Told(
                    json.required("receiver").asText(),
                    json.required("alert").asText(),
                    json.required("version").asLong(),
                    Arrays.stream(AlertState.values())
                            .filter(state -> state.id().equals(json.path("state").asText()))
                            .findFirst()
                            .orElseThrow(),
                    Arrays.stream(Occasion.values())
                            .filter(one -> one.id().equals(json.path("occasion").asText()))
                            .findFirst()
                            .orElseThrow(),
                    json.path("escalated").asBoolean(),
                    json.path("corrected").asBoolean(),
                    json.path("known").asBoolean(),
                    Instant.parse(json.required("at").asText()),
                    json.path("attempts").asInt(),
                    json.hasNonNull("failure") ? json.get("failure").asText() : null);
        } catch (JsonProcessingException | java.time.DateTimeException | NoSuchElementException e) {
            throw new IllegalArgumentException("no entry of the delivery log", e);
        }
    }
}
