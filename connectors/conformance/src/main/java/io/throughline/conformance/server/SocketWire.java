package io.throughline.conformance.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The server's side of a WebSocket (RFC 6455): text frames, and a close frame at the end. */
final class SocketWire implements StreamServer.Wire {

    private static final String KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int NORMAL = 1000;
    private static final int SHORT = 125;

    private final OutputStream out;

    SocketWire(OutputStream out) {
        this.out = out;
    }

    @Override
    public void open(StreamRequest request) throws IOException {
        String key = request.header("sec-websocket-key").orElse("");
        String head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accepted(key)
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String accepted(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + KEY).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public void send(StreamMessage message, int number) throws IOException {
        write(frame(TEXT, message.data().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void half(StreamMessage message, int number) throws IOException {
        byte[] frame = frame(TEXT, message.data().getBytes(StandardCharsets.UTF_8));
        write(Arrays.copyOf(frame, frame.length / 2));
    }

    @Override
    public void end() throws IOException {
        write(frame(CLOSE, ByteBuffer.allocate(2).putShort((short) NORMAL).array()));
    }

    private static byte[] frame(int kind, byte[] data) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(kind);
        if (data.length <= SHORT) {
            frame.write(data.length);
        } else if (data.length <= 0xFFFF) {
            frame.write(SHORT + 1);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        } else {
            frame.write(SHORT + 2);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(data.length).array());
        }
        frame.writeBytes(data);
        return frame.toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
