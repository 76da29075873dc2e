package io.throughline.conformance.server;

import io.throughline.channels.definition.StreamSpec;
import io.throughline.channels.definition.StreamSpec.Protocol;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of streams on the loopback interface: server-sent events, lines of JSON, WebSockets. It
 * goes on from the place that a client names, refuses connections and drops them in the middle of a
 * message.
 */
public final class StreamServer implements AutoCloseable {

    private static final int DRAIN_MILLIS = 300;

    private final StreamSpec spec;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<StreamMessage> messages = new ArrayList<>();
    private final Deque<Integer> dropAfter = new ArrayDeque<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();

    private StreamServer(StreamSpec spec, ServerSocket socket) {
        this.spec = spec;
        this.socket = socket;
    }

    /** Starts one. */
    public static StreamServer start(StreamSpec spec) {
        try {
            StreamServer server =
                    new StreamServer(
                            spec, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback interface is free", e);
        }
    }

    /** Address without a path. */
    public String url() {
        String scheme = spec.protocol() == Protocol.WEBSOCKET ? "ws" : "http";
        return scheme + "://127.0.0.1:" + socket.getLocalPort();
    }

    /** Adds to the stream. */
    public synchronized void add(Collection<StreamMessage> more) {
        messages.addAll(more);
    }

    /** The next connection is dropped in the middle of the message after so many. */
    public synchronized void dropAfter(int sent) {
        dropAfter.add(sent);
    }

    /** The next connection is refused with a status. */
    public synchronized void refuse(int status) {
        refusals.add(status);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            StreamRequest request = StreamRequest.read(in);
            Wire wire = Wire.of(spec.protocol(), connection.getOutputStream());
            Integer status;
            Integer drop;
            List<StreamMessage> due;
            synchronized (this) {
                status = refusals.poll();
                drop = status == null ? dropAfter.poll() : null;
                due = from(request);
            }
            if (status != null) {
                Wire.refuse(connection.getOutputStream(), status);
                return;
            }
            wire.open(request);
            int sent = 0;
            for (StreamMessage message : due) {
                int number = messages.indexOf(message) + 1;
                if (drop != null && sent == drop) {
                    wire.half(message, number);
                    return;
                }
                wire.send(message, number);
                sent++;
            }
            if (drop == null) {
                wire.end();
                drain(connection, in);
            }
        } catch (IOException e) {
            // the client went away, which is its right
        }
    }

    /** What is left unread would make the end a reset. */
    private static void drain(Socket connection, InputStream in) throws IOException {
        connection.shutdownOutput();
        connection.setSoTimeout(DRAIN_MILLIS);
        while (in.read() >= 0) {
            // until the client has closed its side
        }
    }

    private List<StreamMessage> from(StreamRequest request) {
        if (spec.resume() != null) {
            return request.param(spec.resume().param())
                    .map(Long::parseLong)
                    .map(place -> messages.stream().filter(each -> each.place() >= place).toList())
                    .orElseGet(() -> List.copyOf(messages));
        }
        int after = request.header("last-event-id").map(Integer::parseInt).orElse(0);
        return List.copyOf(messages.subList(Math.min(after, messages.size()), messages.size()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one protocol. */
    interface Wire {

        static Wire of(Protocol protocol, OutputStream out) {
            return protocol == Protocol.WEBSOCKET
                    ? new SocketWire(out)
                    : new ChunkedWire(out, protocol == Protocol.SSE);
        }

        static void refuse(OutputStream out, int status) throws IOException {
            String head =
                    "HTTP/1.1 "
                            + status
                            + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        void open(StreamRequest request) throws IOException;

        void send(StreamMessage message, int number) throws IOException;

        /** The beginning of a message. */
        void half(StreamMessage message, int number) throws IOException;

        /** The end of the stream as it should be. */
        void end() throws IOException;
    }
}
