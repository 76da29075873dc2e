package io.throughline.fetch.stream;

import io.throughline.channels.definition.StreamSpec.Protocol;
import io.throughline.channels.file.SseParser;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the messages in the bytes of one connection. */
interface Decoder {

    /** Takes the next bytes and hands on every message that is complete with them. */
    void feed(byte[] bytes, Consumer<Message> messages);

    /** How long the server asks to be left alone before a reconnect. */
    default Optional<Duration> retry() {
        return Optional.empty();
    }

    /** A decoder for a new connection. */
    static Decoder of(Protocol protocol) {
        return protocol == Protocol.SSE ? new Events() : new Lines();
    }

    /** Server-sent events. */
    final class Events implements Decoder {

        private final SseParser parser = new SseParser();

        @Override
        public void feed(byte[] bytes, Consumer<Message> messages) {
            parser.feed(
                    bytes,
                    0,
                    bytes.length,
                    event ->
                            messages.accept(
                                    new Message(
                                            event.name(),
                                            event.data(),
                                            event.originalSize(),
                                            event.lastEventId())));
        }

        @Override
        public Optional<Duration> retry() {
            return parser.retry();
        }
    }

    /** A message a line; blank lines keep the connection alive. */
    final class Lines implements Decoder {

        private final CutBytes line = new CutBytes();

        @Override
        public void feed(byte[] bytes, Consumer<Message> messages) {
            int from = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    int end = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
                    line.add(bytes, from, end - from);
                    from = i + 1;
                    if (line.isBlank()) {
                        line.clear();
                    } else {
                        messages.accept(line.message());
                    }
                }
            }
            line.add(bytes, from, bytes.length - from);
        }
    }
}
