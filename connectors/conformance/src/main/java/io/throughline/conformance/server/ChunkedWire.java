package io.throughline.conformance.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events or lines, in chunks of HTTP/1.1: without the last chunk it is a break. */
final class ChunkedWire implements StreamServer.Wire {

    private final OutputStream out;
    private final boolean events;

    ChunkedWire(OutputStream out, boolean events) {
        this.out = out;
        this.events = events;
    }

    @Override
    public void open(StreamRequest request) throws IOException {
        write(
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + (events ? "text/event-stream" : "application/x-ndjson")
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        chunk(events ? ":)\n\n" : "\n");
    }

    @Override
    public void send(StreamMessage message, int number) throws IOException {
        chunk(text(message, number));
    }

    @Override
    public void half(StreamMessage message, int number) throws IOException {
        String text = text(message, number);
        chunk(text.substring(0, text.length() / 2));
    }

    @Override
    public void end() throws IOException {
        write("0\r\n\r\n");
    }

    private String text(StreamMessage message, int number) {
        if (!events) {
            return message.data() + "\n";
        }
        String name = message.event() == null ? "" : "event: " + message.event() + "\n";
        return ":thump\n\nid: " + number + "\n" + name + "data: " + message.data() + "\n\n";
    }

    private void chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
