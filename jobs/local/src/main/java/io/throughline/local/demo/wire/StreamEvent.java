package io.throughline.local.demo.wire;

import java.time.Instant;

/**
 * One event of a Mastodon stream.
 *
 * @param at when the server sends it
 * @param name {@code update}, {@code status.update} or {@code delete}
 * @param data the status as JSON on one line, or the bare id of a delete
 */
public record StreamEvent(Instant at, String name, String data) {

    public static final String UPDATE = "update";
    public static final String EDIT = "status.update";
    public static final String DELETE = "delete";

    /** What keeps the connection alive while nothing happens; a comment, so no event. */
    public static final String HEARTBEAT = ":thump\n\n";

    /** A new post. */
    public static StreamEvent update(Instant at, Status status) {
        return new StreamEvent(at, UPDATE, Json.write(status.entity()));
    }

    /** An edited post. */
    public static StreamEvent edit(Instant at, Status status) {
        return new StreamEvent(at, EDIT, Json.write(status.entity()));
    }

    /** A post was taken back. */
    public static StreamEvent delete(Instant at, long id) {
        return new StreamEvent(at, DELETE, String.valueOf(id));
    }

    /** The event on the wire. */
    public String frame() {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
