package io.throughline.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Writes answers. To a provider they are a status and nothing else: whoever guesses at signatures
 * learns nothing from them.
 */
final class Answer {

    private static final String RETRY_AFTER_SECONDS = "5";

    private Answer() {}

    static void status(Request request, Response response, Callback callback, int status) {
        response.setStatus(status);
        if (status == Refusal.TOO_MANY || status == Refusal.UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        Drain drain = new Drain(request, callback);
        if (drain.atEnd()) {
            callback.succeeded();
        } else {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.write(true, BufferUtil.EMPTY_BUFFER, Callback.from(drain, callback::failed));
        }
    }

    static void text(
            Request request, Response response, Callback callback, String type, String text) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
        } else {
            response.write(true, ByteBuffer.wrap(bytes), callback);
        }
    }
}
