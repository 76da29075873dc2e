package io.throughline.fetch.stream;

import io.throughline.fetch.Interruptible;
import io.throughline.fetch.http.HttpCalls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A WebSocket (RFC 6455), taken message by message; Java's client answers pings itself. Messages in
 * fragments are put together, and what is beyond the limit of a message is only counted.
 */
final class SocketLink implements Link, WebSocket.Listener {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final int GOING_AWAY = 1001;

    private final Interruptible<Part> parts;
    private final String subscribe;
    private final CutBytes message = new CutBytes();
    private final AtomicReference<WebSocket> socket = new AtomicReference<>();
    private volatile boolean closed;

    private SocketLink(Interruptible<Part> parts, String subscribe) {
        this.parts = parts;
        this.subscribe = subscribe;
    }

    /**
     * Begins to open one; what becomes of it is a part.
     *
     * @param subscribe sent once it is open; null when there is nothing to say
     */
    static SocketLink open(
            HttpClient client,
            URI address,
            Map<String, String> headers,
            String subscribe,
            Interruptible<Part> parts) {
        SocketLink link = new SocketLink(parts, subscribe);
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT);
        headers.forEach(builder::header);
        CompletableFuture<?> unused =
                builder.buildAsync(address, link)
                        .whenComplete(
                                (opened, failure) -> {
                                    if (failure != null) {
                                        link.refused(failure);
                                    }
                                });
        return link;
    }

    private void refused(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean answered =
                cause instanceof WebSocketHandshakeException handshake
                        && handshake.getResponse() != null;
        int status =
                answered ? ((WebSocketHandshakeException) cause).getResponse().statusCode() : 0;
        parts.put(new Part.Ended(this, HttpCalls.kind(failure), status));
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket.set(opened);
        if (closed) {
            opened.abort();
            return;
        }
        if (subscribe != null) {
            CompletableFuture<?> unused = opened.sendText(subscribe, true);
        }
        parts.put(new Part.Opened(this));
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return received(bytes, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return received(bytes, last);
    }

    private CompletionStage<?> received(byte[] bytes, boolean last) {
        message.add(bytes, 0, bytes.length);
        parts.put(last ? new Part.Whole(this, message.message()) : new Part.Alive(this));
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        parts.put(new Part.Alive(this));
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        parts.put(new Part.Alive(this));
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        boolean done = code == WebSocket.NORMAL_CLOSURE || code == GOING_AWAY;
        parts.put(new Part.Ended(this, done ? null : "closed with code " + code, 0));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        parts.put(new Part.Ended(this, HttpCalls.kind(failure), 0));
    }

    @Override
    public void more() {
        socket.get().request(1);
    }

    @Override
    public void ping() {
        WebSocket open = socket.get();
        if (open != null) {
            CompletableFuture<?> unused = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    @Override
    public void close() {
        closed = true;
        WebSocket open = socket.get();
        if (open != null) {
            open.abort();
        }
    }
}
