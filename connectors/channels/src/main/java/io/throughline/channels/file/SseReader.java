package io.throughline.channels.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One record a server-sent event. */
final class SseReader implements RecordReader {

    private final ByteWindow window;
    private final SseParser parser = new SseParser();
    private final Deque<SseEvent> events = new ArrayDeque<>();
    private final long base;
    private boolean finished;

    SseReader(ByteWindow window) {
        this.window = window;
        this.base = window.position();
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        while (events.isEmpty() && !finished) {
            if (window.has(0)) {
                int size = window.size();
                parser.feed(window.copy(size), 0, size, events::add);
                window.skip(size);
            } else {
                parser.finish(events::add);
                finished = true;
            }
        }
        return Optional.ofNullable(events.poll())
                .map(
                        event ->
                                new RawRecord(
                                        event.data(),
                                        base + event.start(),
                                        base + event.end(),
                                        event.originalSize(),
                                        event.name()));
    }
}
