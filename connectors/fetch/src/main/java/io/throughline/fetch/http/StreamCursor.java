package io.throughline.fetch.http;

import io.throughline.fetch.CursorChange;
import java.util.Map;

/**
 * How far a stream was read, in the entries of a cursor: {@code last-event-id} as the server named
 * it, and {@code events}, the number of events handed on, which gives each its position.
 */
final class StreamCursor {

    private static final String LAST_EVENT_ID = "last-event-id";
    private static final String EVENTS = "events";

    private String lastEventId;
    private long events;

    StreamCursor(Map<String, String> cursor) {
        this.lastEventId = cursor.getOrDefault(LAST_EVENT_ID, "");
        this.events = Long.parseLong(cursor.getOrDefault(EVENTS, "0"));
    }

    /** The id to go on after; empty when the server never named one. */
    String lastEventId() {
        return lastEventId;
    }

    /** Number of events so far, that is the position of the next one. */
    long events() {
        return events;
    }

    /** Steps over an event; an empty id leaves the last one standing. */
    CursorChange[] advance(String id) {
        events++;
        CursorChange counted = new CursorChange(EVENTS, Long.toString(events));
        if (id.isEmpty() || id.equals(lastEventId)) {
            return new CursorChange[] {counted};
        }
        lastEventId = id;
        return new CursorChange[] {counted, new CursorChange(LAST_EVENT_ID, id)};
    }
}
