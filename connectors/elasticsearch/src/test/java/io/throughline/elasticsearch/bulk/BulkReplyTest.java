package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkReplyTest {

    @Test
    void answersTheWritesInTheirOrder() throws Exception {
        List<Verdict> verdicts =
                read(
                        """
                        {"took":3,"errors":true,"items":[
                          {"index":{"_id":"a","status":201,"_shards":{"total":2}}},
                          {"index":{"status":400,"error":{"type":"document_parsing_exception",
                            "reason":"bad","caused_by":{"type":"inner","reason":"secret"}}}},
                          {"delete":{"status":404,"result":"not_found"}}],
                          "ingest_took":1}
                        """,
                        "a",
                        "b",
                        "c");

        assertThat(verdicts)
                .containsExactly(
                        Verdict.WRITTEN,
                        new Verdict(Outcome.REJECTED, 400, "document_parsing_exception", "bad"),
                        new Verdict(Outcome.REJECTED, 404, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "[]",
                "{}",
                "{\"items\":[]}",
                "{\"items\":{}}",
                "{\"items\":[{\"index\":{\"status\":201}}]}",
                "{\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":2",
                "{\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":201}}]",
                "{\"items\":[{\"index\":{}},{\"index\":{\"status\":201}}]}",
                "{\"items\":[{\"index\":{\"status\":\"ok\"}},{\"index\":{\"status\":201}}]}",
                "{\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":201}},"
                        + "{\"index\":{\"status\":201}}]}"
            })
    void refusesWhatIsNotTheReplyToTwoWrites(String reply) {
        assertThatThrownBy(() -> read(reply, "a", "b")).isInstanceOf(IOException.class);
    }

    private static List<Verdict> read(String reply, String... ids) throws IOException {
        return BulkReply.read(new ByteArrayInputStream(Writes.json(reply)), Writes.pending(ids));
    }
}
