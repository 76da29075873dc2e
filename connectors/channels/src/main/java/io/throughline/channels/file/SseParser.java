package io.throughline.channels.file;

import io.throughline.channels.definition.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads server-sent events from bytes as they come, by the rules of the WHATWG HTML standard for
 * {@code text/event-stream}. Comments, heartbeats among them, give no event.
 *
 * <p>It works on bytes: a byte that is no text must reach the parser of the channel, to become a
 * dead letter there, and not be replaced on the way. Data of more than {@link Limits#MAX_CARRIED}
 * bytes is cut, and never held in memory as a whole.
 */
public final class SseParser {

    private static final int LONGEST_LINE = Limits.MAX_CARRIED + 64;

    private final BoundedBytes line = new BoundedBytes(LONGEST_LINE);
    private final BoundedBytes data = new BoundedBytes(Limits.MAX_CARRIED + 1);
    private boolean dataSeen;
    private String name = "";
    private String lastEventId = "";
    private Duration retry;
    private boolean afterReturn;
    private boolean firstLine = true;
    private long fed;
    private long lineStart;
    private long eventStart = -1;

    /** Takes the next bytes and hands on every event that is complete with them. */
    public void feed(byte[] bytes, int offset, int length, Consumer<SseEvent> events) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            fed++;
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                lineStart = fed;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                endLine(events);
                lineStart = fed;
            } else {
                line.add(b);
            }
        }
    }

    /**
     * Ends the input. An event that has data but no blank line after it is handed on, against the
     * standard: a recording may end so, and nothing is lost in silence.
     */
    public void finish(Consumer<SseEvent> events) {
        if (line.kept() > 0) {
            endLine(events);
        }
        dispatch(events);
    }

    /** The reconnection time the stream asked for. */
    public Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    private void endLine(Consumer<SseEvent> events) {
        int begin = firstLine && startsWithMark() ? Bytes.BYTE_ORDER_MARK.length : 0;
        firstLine = false;
        if (line.kept() == begin) {
            dispatch(events);
        } else if (line.at(begin) != ':') {
            if (eventStart < 0) {
                eventStart = lineStart;
            }
            field(begin);
        }
        line.clear();
    }

    private boolean startsWithMark() {
        byte[] mark = Bytes.BYTE_ORDER_MARK;
        return line.kept() >= mark.length
                && line.at(0) == mark[0]
                && line.at(1) == mark[1]
                && line.at(2) == mark[2];
    }

    private void field(int begin) {
        int colon = begin;
        while (colon < line.kept() && line.at(colon) != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, line.kept());
        if (value < line.kept() && line.at(value) == ' ') {
            value++;
        }
        switch (text(begin, colon)) {
            case "event" -> name = text(value, line.kept());
            case "data" -> data(value);
            case "id" -> {
                String id = text(value, line.kept());
                lastEventId = id.indexOf('\0') < 0 ? id : lastEventId;
            }
            case "retry" -> retry(text(value, line.kept()));
            default -> {
                // The standard: a field of another name is ignored.
            }
        }
    }

    private void data(int value) {
        if (dataSeen) {
            data.add((byte) '\n');
        }
        data.add(line, value);
        dataSeen = true;
    }

    private void retry(String text) {
        if (text.matches("[0-9]{1,9}")) {
            retry = Duration.ofMillis(Long.parseLong(text));
        }
    }

    private void dispatch(Consumer<SseEvent> events) {
        if (dataSeen) {
            boolean cut = data.total() > Limits.MAX_CARRIED;
            events.accept(
                    new SseEvent(
                            name.isEmpty() ? "message" : name,
                            data.copy(0, cut ? Limits.CUT_TO : data.kept()),
                            cut ? data.total() : -1,
                            lastEventId,
                            eventStart,
                            fed));
        }
        data.clear();
        dataSeen = false;
        name = "";
        eventStart = -1;
    }

    /** Names and ids are short; a longer one is nobody's. */
    private String text(int from, int to) {
        int end = Math.min(to, from + 1024);
        return new String(line.copy(from, end), StandardCharsets.UTF_8);
    }
}
