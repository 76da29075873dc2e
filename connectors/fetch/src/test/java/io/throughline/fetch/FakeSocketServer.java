package io.throughline.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A WebSocket server (RFC 6455) that plays the next of its scripts to each client. */
public final class FakeSocketServer implements AutoCloseable {

    /** What happens on one connection after its handshake. */
    public interface Script {
        void play(Wire wire) throws IOException;
    }

    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final List<String> heads = new CopyOnWriteArrayList<>();
    public final List<String> heard = new CopyOnWriteArrayList<>();
    private final Queue<Object> scripts = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;

    private FakeSocketServer(ServerSocket server) {
        this.server = server;
    }

    public static FakeSocketServer start() {
        try {
            FakeSocketServer fake =
                    new FakeSocketServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            fake.threads.execute(fake::accept);
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "ws://127.0.0.1:" + server.getLocalPort();
    }

    public FakeSocketServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** Refuses the next client. */
    public FakeSocketServer thenRefuse(int status) {
        scripts.add(status);
        return this;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            String head = head(socket.getInputStream());
            heads.add(head);
            requests.add(head.split(" ")[1]);
            Object script = scripts.poll();
            OutputStream out = socket.getOutputStream();
            if (!(script instanceof Script played)) {
                int status = script == null ? 503 : (Integer) script;
                out.write(
                        ("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(ISO_8859_1));
                out.flush();
                return;
            }
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                    + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                    + accept(head)
                                    + "\r\n\r\n")
                            .getBytes(ISO_8859_1));
            out.flush();
            played.play(new Wire(socket));
        } catch (IOException | GeneralSecurityException e) {
            // the client has gone
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(ISO_8859_1);
    }

    private static String accept(String head) throws IOException, GeneralSecurityException {
        BufferedReader lines = new BufferedReader(new java.io.StringReader(head));
        String key = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** One connection. */
    public final class Wire {

        private final Socket socket;

        private Wire(Socket socket) {
            this.socket = socket;
        }

        /** Sends a text in so many fragments. */
        public Wire text(String text, int fragments) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            int size = (bytes.length + fragments - 1) / fragments;
            for (int i = 0; i < fragments; i++) {
                int from = Math.min(bytes.length, i * size);
                int to = Math.min(bytes.length, from + size);
                boolean last = i == fragments - 1;
                frame((last ? 0x80 : 0) | (i == 0 ? 1 : 0), bytes, from, to - from);
            }
            return this;
        }

        public Wire text(String text) throws IOException {
            return text(text, 1);
        }

        public Wire ping() throws IOException {
            frame(0x89, new byte[0], 0, 0);
            return this;
        }

        /** Closes as one should. */
        public void bye(int code) throws IOException {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code}, 0, 2);
            listen();
        }

        private void frame(int first, byte[] bytes, int offset, int length) throws IOException {
            OutputStream out = socket.getOutputStream();
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            if (length < 126) {
                frame.write(length);
            } else if (length < 1 << 16) {
                frame.write(126);
                frame.write(length >> 8);
                frame.write(length);
            } else {
                frame.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) length >> shift));
                }
            }
            frame.write(bytes, offset, length);
            out.write(frame.toByteArray());
            out.flush();
        }

        /** Reads what the client says until it has gone, and answers its pings. */
        public void listen() throws IOException {
            while (hear()) {
                // goes on
            }
        }

        /** Reads one frame of the client; false when it has gone or says goodbye. */
        public boolean hear() throws IOException {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int length = in.readUnsignedByte() & 0x7F;
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] mask = in.readNBytes(4);
            byte[] bytes = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                bytes[i] ^= mask[i % 4];
            }
            int opcode = first & 0x0F;
            if (opcode == 9) {
                heard.add("ping");
                frame(0x8A, bytes, 0, length);
            } else if (opcode == 10) {
                heard.add("pong");
            } else if (opcode == 1) {
                heard.add(new String(bytes, UTF_8));
            }
            return opcode != 8;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
