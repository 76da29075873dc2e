package io.throughline.elasticsearch.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the reply to a bulk request, {@code {"items":[{"index":{"status":201}},…]}}. Items carry no
 * key of ours and answer the writes in the order sent, so a reply with another number of items than
 * writes is as good as none.
 */
final class BulkReply {

    /** What the parser needs; the rest of a reply is several times as long. */
    static final String FILTER = "items.*.status,items.*.error.type,items.*.error.reason";

    private static final JsonFactory JSON = new JsonFactory();

    private BulkReply() {}

    /**
     * One verdict per write, in their order.
     *
     * @throws IOException when it is no bulk reply, was cut off, or does not match the writes
     */
    static List<Verdict> read(InputStream in, List<PendingWrite> writes) throws IOException {
        List<Verdict> verdicts = null;
        try (JsonParser parser = JSON.createParser(in)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean items = parser.currentName().equals("items");
                JsonToken value = parser.nextToken();
                if (items) {
                    expect(value, JsonToken.START_ARRAY);
                    verdicts = readItems(parser, writes);
                } else {
                    parser.skipChildren();
                }
            }
            expect(parser.currentToken(), JsonToken.END_OBJECT);
        }
        if (verdicts == null || verdicts.size() != writes.size()) {
            throw new IOException(
                    "the bulk reply has "
                            + (verdicts == null ? "no" : verdicts.size())
                            + " items for "
                            + writes.size()
                            + " writes");
        }
        return verdicts;
    }

    private static List<Verdict> readItems(JsonParser parser, List<PendingWrite> writes)
            throws IOException {
        List<Verdict> verdicts = new ArrayList<>(writes.size());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (verdicts.size() == writes.size()) {
                throw new IOException("the bulk reply has more items than were sent");
            }
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            expect(parser.nextToken(), JsonToken.FIELD_NAME);
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            verdicts.add(readItem(parser, writes.get(verdicts.size())));
            expect(parser.nextToken(), JsonToken.END_OBJECT);
        }
        return verdicts;
    }

    private static Verdict readItem(JsonParser parser, PendingWrite write) throws IOException {
        int status = 0;
        String type = null;
        String reason = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("status")) {
                expect(value, JsonToken.VALUE_NUMBER_INT);
                status = parser.getIntValue();
            } else if (name.equals("error") && value == JsonToken.START_OBJECT) {
                type = "unknown";
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String part = parser.currentName();
                    parser.nextToken();
                    if (part.equals("type")) {
                        type = parser.getValueAsString(type);
                    } else if (part.equals("reason")) {
                        reason = parser.getValueAsString();
                    }
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
            }
        }
        if (status == 0) {
            throw new IOException("an item of the bulk reply has no status");
        }
        return Verdict.ofItem(write.write().action(), status, type, reason);
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("the reply is no bulk reply: " + found + " for " + wanted);
        }
    }
}
