package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.elasticsearch.FakeElasticsearch;
import io.throughline.elasticsearch.FakeElasticsearch.Answer;
import io.throughline.elasticsearch.FakeElasticsearch.ApplyThenReset;
import io.throughline.elasticsearch.FakeElasticsearch.ApplyThenStall;
import io.throughline.elasticsearch.FakeElasticsearch.ApplyThenTruncate;
import io.throughline.elasticsearch.FakeElasticsearch.Fault;
import io.throughline.elasticsearch.FakeElasticsearch.Refuse;
import io.throughline.elasticsearch.FakeElasticsearch.Reset;
import io.throughline.model.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BulkWriterTest {

    private final FakeElasticsearch elasticsearch = new FakeElasticsearch();

    @AfterEach
    void stop() {
        elasticsearch.close();
    }

    @Test
    void writesAndDeletesUnderExternalVersions() throws Exception {
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("a", 5), Writes.put("b", 1), Writes.put("c", 1));
            bench.send(
                    DocumentWrite.delete("cx-test", "b", 2),
                    DocumentWrite.delete("cx-test", "never-there", 1));

            assertThat(elasticsearch.documents()).containsOnlyKeys("cx-test/a", "cx-test/c");
            assertThat(bench.rejected.taken).isEmpty();
            assertThat(bench.counter("written")).isEqualTo(5);
            assertThat(bench.gauge("outstandingBytes")).isEqualTo(0L);
            assertThat(bench.gauge("requestsInFlight")).isEqualTo(0);
        }
    }

    @Test
    void anOlderVersionIsDoneAndChangesNothing() throws Exception {
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("a", 5));
            bench.send(Writes.put("a", 4), Writes.put("a", 5));

            assertThat(elasticsearch.documents()).containsEntry("cx-test/a", "{\"n\":5}");
            assertThat(elasticsearch.sends("a")).isEqualTo(3);
            assertThat(bench.rejected.taken).isEmpty();
            assertThat(bench.counter("unchanged")).isEqualTo(2);
        }
    }

    @Test
    void writesOfOneIdInOneRequestEndAtTheNewest() throws Exception {
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("a", 3), Writes.put("a", 1), Writes.put("a", 2));

            assertThat(elasticsearch.documents()).isEqualTo(Map.of("cx-test/a", "{\"n\":3}"));
        }
    }

    @Test
    void aPartialFailureHurtsOnlyTheBadItems() throws Exception {
        elasticsearch.answerItems(
                item ->
                        switch (item.id()) {
                            case "id-1" -> new Answer(400, "document_parsing_exception", "no");
                            case "id-2" -> firstTime(item.id(), 429, "es_rejected_execution");
                            case "id-3" -> firstTime(item.id(), 503, "unavailable_shards");
                            case "id-4" -> new Answer(409, "some_other_conflict", "no");
                            case "id-5" -> new Answer(404, "alias_not_found", "no");
                            case "id-6" -> new Answer(413, "too_large", "no");
                            default -> null;
                        });
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.puts(10));

            assertThat(bench.rejected.ids()).containsExactly("id-1", "id-4", "id-5", "id-6");
            assertThat(elasticsearch.documents()).hasSize(4);

            bench.advance(50);
            bench.flushInterval();

            assertThat(elasticsearch.documents()).hasSize(6).containsKey("cx-test/id-2");
            assertThat(bench.rejected.taken).hasSize(4);
            assertThat(elasticsearch.sends("id-0")).isEqualTo(1);
            assertThat(elasticsearch.sends("id-1")).as("400s resent").isEqualTo(1);
            assertThat(elasticsearch.sends("id-2")).isEqualTo(2);
            assertThat(elasticsearch.sends("id-3")).isEqualTo(2);
            assertThat(elasticsearch.requests()).hasSize(2);
            assertThat(bench.counter("rejected")).isEqualTo(4);
            assertThat(bench.counter("retries")).isEqualTo(2);
            assertThat(bench.counter("written")).isEqualTo(6);
        }
    }

    @Test
    void writesWithoutTheirIndexWaitUntilItIsProvisionedAndNoneIsADeadLetter() throws Exception {
        elasticsearch.answerItems(
                item -> new Answer(404, "index_not_found_exception", "no such index [cx-test]"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            for (int i = 0; i < 6; i++) {
                bench.send(Writes.puts(100));
            }
            bench.send(Writes.put("a", 1), DocumentWrite.delete("cx-test", "a", 2));

            assertThat(bench.snapshotIds()).hasSize(602).contains("a");
            assertThat(bench.rejected.taken).isEmpty();
            assertThat(bench.gauge("waiting").intValue()).isPositive();
            assertThat(bench.items("4xx", "index_not_found_exception").orElse(0))
                    .isGreaterThanOrEqualTo(602);

            elasticsearch.answerItems(item -> null);
            bench.advance(30_000);
            bench.flushInterval();

            assertThat(bench.snapshotIds()).isEmpty();
            assertThat(elasticsearch.documents())
                    .as("the delete waited with the put it ends")
                    .hasSize(100)
                    .doesNotContainKey("cx-test/a");
            assertThat(bench.rejected.taken).isEmpty();
        }
    }

    @Test
    void aDeleteWithoutAnIndexEndsLikeEveryWaitAndSaysWhatToRun() throws Exception {
        elasticsearch.answerItems(
                item -> new Answer(404, "index_not_found_exception", "no such index [cx-test]"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(DocumentWrite.delete("cx-test", "never-there", 1));

            assertThatThrownBy(() -> flushForEver(bench))
                    .hasStackTraceContaining("has not taken")
                    .hasStackTraceContaining("./throughline provision");
        }
    }

    @Test
    void tellsWhatElasticsearchSaidOfEachWriteByStatusAndKind() throws Exception {
        elasticsearch.answerItems(
                item ->
                        switch (item.id()) {
                            case "id-1" -> new Answer(400, "document_parsing_exception", "no");
                            case "id-2" -> firstTime(item.id(), 429, "es_rejected_execution");
                            default -> null;
                        });
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.puts(3));
            bench.advance(50);
            bench.flushInterval();

            assertThat(bench.items("2xx", "none")).hasValue(2);
            assertThat(bench.items("4xx", "document_parsing_exception")).hasValue(1);
            assertThat(bench.items("4xx", "es_rejected_execution")).hasValue(1);
            assertThat(bench.items("5xx", "none")).as("there from the start").hasValue(0);
        }
    }

    @Test
    void tellsHowOldFeedbackIsWhenElasticsearchHasIt() throws Exception {
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            Instant now = Instant.ofEpochMilli(bench.now() + 500);
            bench.send(
                    Writes.put("a", 1)
                            .about("f", "reviews", Channel.MOBILE)
                            .since(now.minusSeconds(300), now.minusSeconds(2)),
                    Writes.put("b", 1)
                            .about("g", "reviews", Channel.MOBILE)
                            .since(now.plusSeconds(9), now),
                    Writes.put("c", 1).about("h", "calls", Channel.PHONE));
            bench.send(
                    Writes.put("a", 1)
                            .about("f", "reviews", Channel.MOBILE)
                            .since(now.minusSeconds(300), now.minusSeconds(2)));

            assertThat(bench.aged("reviews", "1", "freshness_seconds_bucket")).hasValue(1);
            assertThat(bench.aged("reviews", "60", "freshness_seconds_bucket")).hasValue(1);
            assertThat(bench.aged("reviews", "300", "freshness_seconds_bucket")).hasValue(2);
            assertThat(bench.aged("reviews", "+Inf", "freshness_seconds_bucket")).hasValue(2);
            assertThat(bench.aged("reviews", "1", "searchable_seconds_bucket")).hasValue(1);
            assertThat(bench.aged("reviews", "2", "searchable_seconds_bucket")).hasValue(2);
            assertThat(bench.counted("channel", "reviews", "freshness_seconds_count"))
                    .as("what was there already is not fresh again")
                    .hasValue(2);
            assertThat(bench.counted("channel", "calls", "freshness_seconds_count")).isEmpty();
        }
    }

    private Answer firstTime(String id, int status, String type) {
        return elasticsearch.sends(id) == 1 ? new Answer(status, type, "later") : null;
    }

    static List<Fault> passingFaults() {
        return List.of(
                new Refuse(429, "{\"error\":{\"type\":\"es_rejected_execution_exception\"}}"),
                new Refuse(502, "<html>bad gateway</html>"),
                new Refuse(503, ""),
                new Refuse(504, ""),
                new Refuse(500, "{}"),
                new Refuse(200, "<html>log in</html>"),
                new Refuse(200, "{\"items\":[]}"),
                new Reset(),
                new ApplyThenReset(),
                new ApplyThenTruncate(),
                new ApplyThenStall());
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aRequestThatFailsAsAWholeIsSentAgainAndConverges(Fault fault) throws Exception {
        elasticsearch.next(fault);
        try (WriterBench bench =
                new WriterBench(
                        elasticsearch
                                .settings()
                                .withTimeouts(
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(5),
                                        Duration.ofMillis(
                                                fault instanceof ApplyThenStall ? 300 : 5000)),
                        WriterBench.LIMITS,
                        List.of())) {
            bench.send(Writes.puts(20));
            assertThat(bench.snapshotIds()).hasSize(20);

            bench.advance(50);
            bench.flushInterval();

            assertThat(elasticsearch.documents()).hasSize(20);
            assertThat(elasticsearch.requests()).hasSize(2);
            assertThat(bench.rejected.taken).isEmpty();
            assertThat(bench.snapshotIds()).isEmpty();
        }
    }

    @Test
    void waitsLongerAfterEachFailure() throws Exception {
        elasticsearch.always(request -> new Refuse(503, ""));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("a"));
            for (long wait :
                    new long[] {50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 15_000}) {
                int before = elasticsearch.requests().size();
                bench.advance(wait - 1);
                assertThat(bench.gauge("waiting")).as("just before %s ms", wait).isEqualTo(1);
                bench.advance(1);
                assertThat(bench.gauge("waiting")).as("after %s ms", wait).isEqualTo(0);
                bench.flushInterval();
                assertThat(elasticsearch.requests()).hasSize(before + 1);
            }
        }
    }

    @Test
    void aWriteThatWaitsDoesNotHoldUpOthers() throws Exception {
        elasticsearch.answerItems(
                item -> item.id().equals("slow") ? new Answer(503, "no_shard", "x") : null);
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("slow"));
            bench.send(Writes.put("b"));
            bench.send(Writes.put("c"));

            assertThat(elasticsearch.documents()).containsOnlyKeys("cx-test/b", "cx-test/c");
        }
    }

    @Test
    void aCheckpointDuringAnOutageTakesAlongWhatWaits() throws Exception {
        elasticsearch.always(request -> new Refuse(503, ""));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.puts(5));
            bench.writer.write(Writes.put("unsent"), null);
            bench.writer.flush(false);
            List<String> ids = bench.snapshotIds();
            var state = bench.snapshot();

            assertThat(ids)
                    .containsExactlyInAnyOrder("id-0", "id-1", "id-2", "id-3", "id-4", "unsent");

            elasticsearch.always(request -> null);
            try (WriterBench restored =
                    new WriterBench(elasticsearch.settings(), WriterBench.LIMITS, state)) {
                assertThat(restored.snapshotIds()).hasSameElementsAs(ids);
                restored.advance(0);
                restored.flushInterval();
                assertThat(elasticsearch.documents()).hasSize(6);
                assertThat(restored.snapshotIds()).isEmpty();
            }
        }
    }

    @Test
    void givesUpAfterTenMinutesAndSaysWhatWasLastWrong() throws Exception {
        elasticsearch.always(
                request ->
                        new Refuse(429, "{\"error\":{\"type\":\"disk_full\",\"reason\":\"x\"}}"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.put("a"));
            long start = bench.now();
            assertThatThrownBy(() -> flushForEver(bench))
                    .hasStackTraceContaining("has not taken")
                    .hasStackTraceContaining("cx-test/a")
                    .hasStackTraceContaining("status 429, disk_full");
            assertThat(Duration.ofMillis(bench.now() - start))
                    .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 302})
    void aRefusalThatNoRetryMendsFailsTheJob(int status) throws Exception {
        elasticsearch.always(request -> new Refuse(status, "{}"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            assertThatThrownBy(() -> bench.send(Writes.put("a")))
                    .hasStackTraceContaining("BulkSinkException")
                    .hasStackTraceContaining("status " + status)
                    .hasStackTraceContaining("check");
            assertThat(elasticsearch.requests()).hasSize(1);
            assertThat(bench.rejected.taken).isEmpty();
        }
    }

    @Test
    void aForbiddenItemFailsTheJob() throws Exception {
        elasticsearch.answerItems(
                item -> item.id().equals("id-3") ? new Answer(403, "security", "x") : null);
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            assertThatThrownBy(() -> bench.send(Writes.puts(10)))
                    .hasStackTraceContaining("forbids these credentials");
        }
    }

    @Test
    void aRequestThatIsTooLargeIsHalvedUntilOneWriteIsToBlame() throws Exception {
        elasticsearch.always(
                request ->
                        request.size() > 4 || request.stream().anyMatch(i -> i.id().equals("id-9"))
                                ? new Refuse(413, "")
                                : null);
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(Writes.puts(16));

            assertThat(elasticsearch.documents()).hasSize(15).doesNotContainKey("cx-test/id-9");
            assertThat(bench.rejected.taken)
                    .singleElement()
                    .satisfies(r -> assertThat(r.status()).isEqualTo(413))
                    .satisfies(r -> assertThat(r.id()).isEqualTo("id-9"));
        }
    }

    @Test
    void oneWriteThatSpoilsItsRequestIsFoundAndRejectedAlone() throws Exception {
        elasticsearch.always(
                request ->
                        request.stream().anyMatch(item -> item.version() < 0)
                                ? new Refuse(
                                        400,
                                        "{\"error\":{\"type\":\"action_request_validation_exception\","
                                                + "\"reason\":\"illegal version\"}}")
                                : null);
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            DocumentWrite[] writes = Writes.puts(50);
            writes[17] = Writes.put("bad", -1);
            bench.send(writes);

            assertThat(elasticsearch.documents()).hasSize(49);
            assertThat(bench.rejected.taken)
                    .containsExactly(
                            new RecordingHandler.Rejection(
                                    "bad",
                                    400,
                                    "action_request_validation_exception",
                                    "illegal version"));
        }
    }

    @Test
    void whatIsTooLargeOrHasAnImpossibleIdIsRejectedWithoutBeingSent() throws Exception {
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            bench.send(
                    Writes.sized("large", 1 << 16),
                    Writes.put(""),
                    Writes.put("é".repeat(257)),
                    Writes.put("é".repeat(256)));

            assertThat(bench.rejected.taken)
                    .extracting(RecordingHandler.Rejection::type)
                    .containsExactly("document_too_large", "invalid_id", "invalid_id");
            assertThat(elasticsearch.documents()).hasSize(1);
            assertThat(elasticsearch.requests()).hasSize(1);
        }
    }

    @Test
    void tooManyRejectionsForOneReasonFailTheJobBeforeTheyAreHandedOn() throws Exception {
        elasticsearch.answerItems(
                item -> new Answer(400, "strict_dynamic_mapping_exception", "[x] not allowed"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 6; i++) {
                                    bench.send(Writes.puts(100));
                                }
                            })
                    .hasStackTraceContaining("400 strict_dynamic_mapping_exception")
                    .hasStackTraceContaining("index templates");
            assertThat(bench.rejected.taken).hasSize(400);
        }
    }

    @Test
    void rejectedDocumentsAreFlushedBeforeTheCheckpointCompletes() throws Exception {
        elasticsearch.answerItems(item -> new Answer(400, "mapper_parsing_exception", "x"));
        try (WriterBench bench = new WriterBench(elasticsearch)) {
            for (DocumentWrite write : Writes.puts(100)) {
                bench.writer.write(write, null);
            }
            bench.writer.flush(false);

            assertThat(bench.rejected.flushed).hasSize(100);
            assertThat(bench.snapshotIds()).isEmpty();
        }
    }

    @Test
    void holdsTheStreamBackWhileTooMuchWaits() throws Exception {
        elasticsearch.always(request -> new Refuse(503, ""));
        BulkLimits limits =
                new BulkLimits(10, 1, 20, 1 << 20, 1 << 16, 4 << 20, Duration.ofMillis(500));
        try (WriterBench bench = new WriterBench(elasticsearch.settings(), limits, List.of())) {
            bench.send(Writes.puts(20));
            assertThat(bench.gauge("waiting")).isEqualTo(20);

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> bench.writer.write(Writes.put("next"), null))
                    .as("waits for mail, which the interruption ends")
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void closesTheHandler() throws Exception {
        WriterBench bench = new WriterBench(elasticsearch);
        bench.close();

        assertThat(bench.rejected.closed).isTrue();
    }

    /** Until it throws. */
    private static void flushForEver(WriterBench bench) throws Exception {
        while (true) {
            bench.advance(1000);
            bench.writer.flush(false);
        }
    }
}
