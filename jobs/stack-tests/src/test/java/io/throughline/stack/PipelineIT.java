package io.throughline.stack;

import static io.throughline.stack.Indices.DEAD_LETTERS;
import static io.throughline.stack.Indices.FEEDBACK;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kafka.Topics;
import io.throughline.local.demo.DemoLabel;
import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoPlan;
import io.throughline.local.demo.DemoWorld;
import io.throughline.local.demo.Expectation;
import io.throughline.local.run.Summary;
import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Hashes;
import io.throughline.model.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All channels through a real Kafka and a real Elasticsearch, three times over one directory.
 * Roll-ups have no windows that close; that no record came too late is asserted by what it would
 * change: they equal a batch over the documents, records a week late included.
 */
class PipelineIT {

    private static final DemoPlan PLAN =
            DemoWorld.generate(new DemoOptions(7, Instant.parse("2026-03-20T12:00:00Z"), 700));

    @TempDir Path directory;

    @Test
    void countsTextsAndRollUpsAreRightOnceAgainAndAfterChanges() throws Exception {
        Path input = Files.createDirectories(directory.resolve("input"));
        String files = input + "/*.jsonl";
        Files.writeString(
                input.resolve("1.jsonl"),
                line("1", 1, "2026-03-19T10:00:00Z", "My claim was refused without a reason")
                        + line("2", 1, "2026-03-19T10:00:01Z", "The renewal price is a disgrace")
                        + line(
                                "3",
                                1,
                                "2026-03-19T10:00:02Z",
                                "Claim paid within two days, thanks"));

        PipelineRun first = PipelineRun.ofDemo(directory.resolve("data"), PLAN, files);
        countsAreWhatThePlanExpects(first.summary());
        documentsAreExactlyTheLiveFeedback(first.indices(), Set.of("1", "2", "3"));
        nothingPersonalIsIndexed(first.indices());
        rollUpsEqualABatch(first.indices());
        deadLettersAreCompleteAndWhole(first);

        PipelineRun second = PipelineRun.ofDemo(directory.resolve("data"), PLAN, files);
        assertThat(second.indices()).isEqualTo(first.indices());
        everyRecordIsAccountedFor(second.summary(), second.indices());

        Files.writeString(
                input.resolve("2.jsonl"),
                line("1", 2, "2026-03-19T10:00:00Z", "Renewal: the premium went up again, bad")
                        + "{\"id\": \"2\", \"revision\": 2, \"channel\": \"email\", \"occurredAt\":"
                        + " \"2026-03-19T10:00:01Z\", \"deleted\": \"true\"}\n"
                        + line("3", 1, "2026-03-19T10:00:02Z", "Claim paid within two days, thanks")
                        + line("4", 1, "2026-03-12T10:00:00Z", "Claim refused, a week ago"));
        PipelineRun third = PipelineRun.ofFiles(directory.resolve("data"), files);
        documentsAreExactlyTheLiveFeedback(third.indices(), Set.of("1", "3", "4"));
        assertThat(third.indices().source(FEEDBACK, "email:jsonl:1").path("text").asText())
                .isEqualTo("Renewal: the premium went up again, bad");
        assertThat(third.indices().signals()).isNotEqualTo(second.indices().signals());
        rollUpsEqualABatch(third.indices());
        everyRecordIsAccountedFor(third.summary(), third.indices());
    }

    private static void countsAreWhatThePlanExpects(Summary summary) {
        Map<String, Tally> counts =
                summary.channels().stream().collect(toMap(Tally::channel, Function.identity()));
        PLAN.expectations()
                .forEach(
                        (channel, expectation) ->
                                assertThat(counts.get(channel.id()))
                                        .isEqualTo(tally(channel.id(), expectation)));
        assertThat(counts.get("email")).isEqualTo(new Tally("email", 3, 3, 0, 0, 0, 0, 0));
        assertThat(counts).hasSize(PLAN.expectations().size() + 1);
    }

    private static Tally tally(String channel, Expectation expected) {
        return new Tally(
                channel,
                expected.received(),
                expected.tagged(),
                expected.duplicates(),
                expected.superseded(),
                expected.deleted(),
                expected.filtered(),
                expected.deadLettered());
    }

    private static void documentsAreExactlyTheLiveFeedback(Indices indices, Set<String> lines) {
        Set<String> live =
                PLAN.labels().stream()
                        .map(DemoLabel::feedbackId)
                        .collect(toCollection(TreeSet::new));
        lines.forEach(line -> live.add("email:jsonl:" + line));
        assertThat(indices.ids(FEEDBACK)).isEqualTo(live);
    }

    private static void nothingPersonalIsIndexed(Indices indices) {
        assertThat(PLAN.secrets()).isNotEmpty();
        String everything = indices.documents().toString();
        assertThat(PLAN.secrets()).noneMatch(everything::contains);
    }

    private static void deadLettersAreCompleteAndWhole(PipelineRun run) {
        Map<Channel, Map<FailureReason, Integer>> reasons = new EnumMap<>(Channel.class);
        for (DeadLetter letter : run.deadLetters()) {
            reasons.computeIfAbsent(letter.channel(), channel -> new EnumMap<>(FailureReason.class))
                    .merge(letter.reason(), 1, Integer::sum);
            assertThat(Hashes.sha256(letter.payload())).isEqualTo(letter.provenance().sha256());
            assertThat(letter.provenance().topic()).isEqualTo(Topics.RAW);
        }
        Map<Channel, Map<FailureReason, Integer>> expected = new EnumMap<>(Channel.class);
        PLAN.expectations()
                .forEach(
                        (channel, counts) -> {
                            if (!counts.reasons().isEmpty()) {
                                expected.put(channel, counts.reasons());
                            }
                        });
        assertThat(reasons).isEqualTo(expected);
        assertThat(run.indices().ids(DEAD_LETTERS))
                .isEqualTo(
                        run.deadLetters().stream()
                                .map(DeadLetter::id)
                                .collect(toCollection(TreeSet::new)));
    }

    private static void rollUpsEqualABatch(Indices indices) {
        assertThat(indices.signals()).isEqualTo(indices.recomputed());
    }

    private static void everyRecordIsAccountedFor(Summary summary, Indices indices) {
        assertThat(summary.channels()).allMatch(Tally::balances);
        assertThat(summary.channels().stream().mapToLong(Tally::tagged).sum())
                .isEqualTo(indices.ids(FEEDBACK).size());
        assertThat(summary.documents())
                .containsEntry(DEAD_LETTERS, (long) indices.ids(DEAD_LETTERS).size());
    }

    private static String line(String id, int revision, String at, String text) {
        return String.format(
                "{\"id\": \"%s\", \"revision\": \"%d\", \"channel\": \"email\", \"occurredAt\": \"%s\","
                        + " \"text\": \"%s\"}%n",
                id, revision, at, text);
    }
}
