package io.throughline.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bodies of requests that change something. Only JSON is taken: a form of another site can send
 * anything else without asking.
 */
final class JsonBody {

    private static final Logger LOG = LoggerFactory.getLogger(JsonBody.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 16 * 1024;

    private JsonBody() {}

    /**
     * The object that a request brings.
     *
     * @throws RefusedException when it brings something else
     */
    static JsonNode of(Context context) {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equals("application/json")) {
            throw new RefusedException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        byte[] bytes = context.bodyAsBytes();
        if (bytes.length > LARGEST) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
        }
        try {
            JsonNode body = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            LOG.debug("A body that is no JSON", e);
        }
        throw RefusedException.badRequest("The body must be a JSON object.");
    }
}
