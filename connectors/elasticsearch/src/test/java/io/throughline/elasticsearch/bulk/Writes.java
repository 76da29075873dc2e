package io.throughline.elasticsearch.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Writes for tests. */
final class Writes {

    private Writes() {}

    static DocumentWrite put(String id) {
        return put(id, 1);
    }

    static DocumentWrite put(String id, long version) {
        return DocumentWrite.index("cx-test", id, version, json("{\"n\":" + version + "}"));
    }

    static DocumentWrite sized(String id, int bytes) {
        return DocumentWrite.index("cx-test", id, 1, json("{\"t\":\"" + "x".repeat(bytes) + "\"}"));
    }

    static List<PendingWrite> pending(String... ids) {
        return List.of(ids).stream().map(id -> PendingWrite.of(put(id))).toList();
    }

    static DocumentWrite[] puts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> put("id-" + i))
                .toArray(DocumentWrite[]::new);
    }

    static byte[] json(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
