package io.throughline.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.model.Basis;
import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.Observations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FiguresOperatorTest {

    private static final long NOON = Instant.parse("2026-03-04T12:00:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long TICK = 5_000;

    @Test
    void saysAMinuteOnceItIsOverForEachChannelAndForAll() throws Exception {
        try (var harness = open(null, Observations.WRITTEN)) {
            feed(harness, tagged("reviews", NOON, 30, 2), tagged("calls", NOON, 12, 0));
            to(harness, NOON + MINUTE - 1);
            assertThat(documents(harness)).isEmpty();

            to(harness, NOON + MINUTE + 2 * TICK);

            assertThat(documents(harness))
                    .containsExactlyInAnyOrder(
                            said("job:tagging:reviews", NOON, 30, 15, 2, 28, ""),
                            said("job:tagging:calls", NOON, 12, 6, 0, 12, ""),
                            said("job:tagging:", NOON, 42, 21, 2, 40, ",\"backlogRecords\":7"));
        }
    }

    @Test
    void saysThatNothingWasDone() throws Exception {
        try (var harness = open(null, Observations.WRITTEN)) {
            to(harness, NOON + MINUTE + 2 * TICK);

            assertThat(documents(harness))
                    .containsExactly(
                            said("job:tagging:", NOON, 0, 0, 0, 0, ",\"backlogRecords\":7"));
        }
    }

    @Test
    void workThatComesLateIsAddedToWhatWasSaid() throws Exception {
        try (var harness = open(null, Observations.WRITTEN)) {
            feed(harness, tagged("reviews", NOON, 30, 2));
            to(harness, NOON + MINUTE + 2 * TICK);
            List<String> first = documents(harness);
            feed(harness, tagged("reviews", NOON, 10, 0));
            to(harness, NOON + 2 * MINUTE + 2 * TICK);

            assertThat(first).hasSize(2);
            assertThat(documents(harness))
                    .contains(
                            said("job:tagging:reviews", NOON, 40, 20, 2, 38, ""),
                            said("job:tagging:", NOON, 40, 20, 2, 38, ",\"backlogRecords\":7"));
        }
    }

    @Test
    void workCountsOnceAfterAFailure() throws Exception {
        OperatorSubtaskState state;
        try (var harness = open(null, Observations.WRITTEN)) {
            feed(harness, tagged("reviews", NOON, 30, 2));
            state = harness.snapshot(1, NOON);
            feed(harness, tagged("reviews", NOON, 9, 0));
        }
        try (var harness = open(state, Observations.WRITTEN)) {
            feed(harness, tagged("reviews", NOON, 9, 0));
            to(harness, NOON + MINUTE + 2 * TICK);

            assertThat(documents(harness))
                    .contains(said("job:tagging:reviews", NOON, 39, 19, 2, 37, ""));
        }
    }

    @Test
    void tellsHowFarEventTimeIsBehind() throws Exception {
        try (var harness = open(null, Observations.WRITTEN)) {
            harness.processWatermark(new Watermark(NOON - MINUTE));
            to(harness, NOON + MINUTE + 2 * TICK);

            assertThat(documents(harness))
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("\"watermarkDelaySeconds\":125,"));
        }
    }

    @Test
    void ingestIsToldBesideTheJobItself() throws Exception {
        ChannelHealth health =
                new ChannelHealth(
                        "reviews",
                        "mobile",
                        HealthState.OK,
                        null,
                        Instant.ofEpochMilli(NOON),
                        Instant.ofEpochMilli(NOON + 3),
                        null,
                        null,
                        5,
                        100,
                        0,
                        Duration.ZERO);
        try (var harness = open(null, Observations.WRITTEN)) {
            feed(harness, Work.ingested(health), Work.ingested(health));
            to(harness, NOON + MINUTE + 2 * TICK);

            assertThat(documents(harness))
                    .anySatisfy(
                            text ->
                                    assertThat(text)
                                            .startsWith("job:ingest:reviews:")
                                            .contains("\"records\":10}"))
                    .anySatisfy(
                            text ->
                                    assertThat(text)
                                            .startsWith("job:ingest::")
                                            .contains("\"records\":10}"));
        }
    }

    @Test
    void aRunThatEndsByItselfSaysNothing() throws Exception {
        try (var harness = open(null, Observations.LEFT_OUT)) {
            feed(harness, tagged("reviews", NOON, 30, 2));
            to(harness, NOON + 3 * MINUTE);

            assertThat(documents(harness)).isEmpty();
        }
    }

    @Test
    void aSubtaskAddsUpAndPassesOnBeforeTheBarrier() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new GatherWork())) {
            harness.setProcessingTime(NOON + 7);
            harness.open();
            Sentiment unsure = sentiment(Basis.OVER_QUOTA);
            for (Work work :
                    List.of(
                            Work.tagged("reviews", 500, sentiment(Basis.TEACHER)),
                            Work.tagged("reviews", 200, unsure),
                            Work.tagged("reviews", 100, null))) {
                harness.processElement(new StreamRecord<>(work));
            }
            harness.prepareSnapshotPreBarrier(1);

            assertThat(Harnesses.drain(harness))
                    .containsExactly(new Work("tagging", "reviews", NOON, 3, 800, 1, 1));
        }
    }

    private static Sentiment sentiment(Basis basis) {
        return new Sentiment(SentimentLabel.NEGATIVE, -1, 1, null, "adaptive", "adaptive-0", basis);
    }

    /** Half a millisecond a record. */
    private static Work tagged(String source, long minute, long records, long byTeacher) {
        return new Work(
                "tagging",
                source,
                minute,
                records,
                records * 500_000,
                byTeacher,
                records - byTeacher);
    }

    private static String said(
            String id,
            long minute,
            long records,
            long busy,
            long teacher,
            long student,
            String more) {
        String source = id.substring("job:tagging:".length());
        return id
                + ":"
                + Instant.ofEpochMilli(minute)
                + (source.isEmpty() ? "" : " \"source\":\"" + source + "\"")
                + " \"records\":"
                + records
                + ",\"busyMillis\":"
                + busy
                + ",\"byTeacher\":"
                + teacher
                + ",\"byStudent\":"
                + student
                + more
                + "}}";
    }

    /** Id, and the fields but for the times. */
    private static List<String> documents(
            OneInputStreamOperatorTestHarness<Work, DocumentWrite> harness) {
        return Harnesses.drain(harness).stream()
                .map(
                        write -> {
                            String text = new String(write.document(), StandardCharsets.UTF_8);
                            String source =
                                    text.contains("\"source\"")
                                            ? " "
                                                    + text.replaceAll(
                                                            ".*(\"source\":\"[^\"]*\").*", "$1")
                                            : "";
                            return write.id()
                                    + source
                                    + " "
                                    + text.substring(text.indexOf("\"records\""));
                        })
                .toList();
    }

    private static OneInputStreamOperatorTestHarness<Work, DocumentWrite> open(
            OperatorSubtaskState state, Observations observations) throws Exception {
        Backlog seven = () -> CompletableFuture.completedFuture(7L);
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new FiguresOperator(Work.TAGGING, seven, observations));
        harness.setProcessingTime(NOON);
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void feed(
            OneInputStreamOperatorTestHarness<Work, DocumentWrite> harness, Work... all)
            throws Exception {
        for (Work work : all) {
            harness.processElement(new StreamRecord<>(work));
        }
    }

    /** Time passes tick by tick. */
    private static void to(
            OneInputStreamOperatorTestHarness<Work, DocumentWrite> harness, long time)
            throws Exception {
        for (long now = harness.getProcessingTime(); now < time; now += TICK) {
            harness.setProcessingTime(Math.min(now + TICK, time));
        }
    }
}
