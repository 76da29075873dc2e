package io.throughline.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of hits ended: the values that its last hit was sorted by, in a form for addresses.
 * The id is the last of them, so that no two hits are at the same place.
 */
final class SearchCursor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 2_000;

    private SearchCursor() {}

    static String encode(JsonNode sort) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(JSON.writeValueAsBytes(sort));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sort values that a cursor holds.
     *
     * @param fields how many there must be
     * @throws RefusedException when it is none of that many
     */
    static ArrayNode decode(String cursor, int fields) {
        try {
            if (cursor.length() <= LONGEST) {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                JsonNode sort = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
                if (sort instanceof ArrayNode values && wellFormed(values, fields)) {
                    return values;
                }
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // Said below, as of every other text that is no cursor.
        }
        throw RefusedException.badRequest(
                "'after' is not what a former answer gave as 'next'. Start at the first page.");
    }

    private static boolean wellFormed(ArrayNode values, int fields) {
        if (values.size() != fields || !values.get(fields - 1).isTextual()) {
            return false;
        }
        for (int i = 0; i < fields - 1; i++) {
            if (!values.get(i).isNumber()) {
                return false;
            }
        }
        return true;
    }
}
