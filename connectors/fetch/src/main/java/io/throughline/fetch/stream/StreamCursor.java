package io.throughline.fetch.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.StreamSpec.Resume;
import io.throughline.fetch.CursorChange;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a stream was read, in the entries of a cursor: {@code last-event-id} as the server named
 * it; {@code resume}, the place that the last message told, and {@code resume.at}, when that was,
 * in milliseconds since 1970; {@code events}, the number of messages handed on, which gives each
 * its position; {@code gaps}, how often the server could not go on from where we were.
 */
final class StreamCursor {

    private static final String LAST_EVENT_ID = "last-event-id";
    private static final String RESUME = "resume";
    private static final String RESUME_AT = "resume.at";
    private static final String EVENTS = "events";
    private static final String GAPS = "gaps";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,40}");

    /** Null when the stream cannot be told. */
    private final Resume spec;

    private String lastEventId;
    private String place;
    private long placeAt;
    private long events;
    private long gaps;

    StreamCursor(Resume spec, Map<String, String> cursor) {
        this.spec = spec;
        this.lastEventId = cursor.getOrDefault(LAST_EVENT_ID, "");
        this.place = cursor.get(RESUME);
        this.placeAt = Long.parseLong(cursor.getOrDefault(RESUME_AT, "0"));
        this.events = Long.parseLong(cursor.getOrDefault(EVENTS, "0"));
        this.gaps = Long.parseLong(cursor.getOrDefault(GAPS, "0"));
    }

    /** The id to go on after; empty when the server never named one. */
    String lastEventId() {
        return lastEventId;
    }

    /** Query parameters that say where to go on. */
    Map<String, String> params() {
        if (spec == null || place == null) {
            return Map.of();
        }
        String from =
                WHOLE.matcher(place).matches()
                        ? new BigInteger(place)
                                .subtract(BigInteger.valueOf(spec.minus()))
                                .max(BigInteger.ZERO)
                                .toString()
                        : place;
        return Map.of(spec.param(), from);
    }

    /** Whether there is a place to go on from. */
    boolean resumes() {
        return place != null || !lastEventId.isEmpty();
    }

    /** Whether the place is older than what the server keeps, as far as the definition says. */
    boolean tooOld(Instant now) {
        return spec != null
                && spec.window() != null
                && place != null
                && Instant.ofEpochMilli(placeAt).plus(spec.window()).isBefore(now);
    }

    /** Whether the content of messages has to be looked at. */
    boolean looksInside() {
        return spec != null;
    }

    /** Number of messages so far, that is the position of the next one. */
    long events() {
        return events;
    }

    /** How often the server could not go on from where we were. */
    long gaps() {
        return gaps;
    }

    /**
     * Steps over a message; an empty id leaves the last one standing.
     *
     * @param content missing when it is no JSON
     */
    CursorChange[] advance(String id, JsonNode content, Instant now) {
        List<CursorChange> changes = new ArrayList<>();
        events++;
        changes.add(new CursorChange(EVENTS, Long.toString(events)));
        if (!id.isEmpty() && !id.equals(lastEventId)) {
            lastEventId = id;
            changes.add(new CursorChange(LAST_EVENT_ID, id));
        }
        Optional<String> told =
                spec == null ? Optional.empty() : spec.from().text(content).map(String::strip);
        if (told.isPresent() && !told.get().equals(place)) {
            place = told.get();
            placeAt = now.toEpochMilli();
            changes.add(new CursorChange(RESUME, place));
            changes.add(new CursorChange(RESUME_AT, Long.toString(placeAt)));
        }
        return changes.toArray(new CursorChange[0]);
    }

    /** Counts a gap, and gives the place up. */
    CursorChange[] gap() {
        gaps++;
        place = null;
        lastEventId = "";
        return new CursorChange[] {
            new CursorChange(GAPS, Long.toString(gaps)),
            new CursorChange(RESUME, null),
            new CursorChange(RESUME_AT, null),
            new CursorChange(LAST_EVENT_ID, null)
        };
    }
}
