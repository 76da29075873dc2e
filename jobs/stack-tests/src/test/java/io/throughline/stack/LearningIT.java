package io.throughline.stack;

import static io.throughline.stack.Indices.FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.ShippedJourneys;
import io.throughline.model.Basis;
import io.throughline.model.ModelVersion;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.stack.LearningStack.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Learning on real servers: a promotion and a roll-back while the jobs run, what a person says, and
 * all of it read again by another number of subtasks with empty state.
 */
class LearningIT {

    private static final Instant TEN = Instant.parse("2026-03-19T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LearningSettings LEARNING =
            new LearningSettings(
                    true,
                    Duration.ofHours(1),
                    20,
                    1_000,
                    0.01,
                    0.25,
                    Duration.ofMillis(10),
                    1,
                    Duration.ofSeconds(3));

    @TempDir Path directory;

    @Test
    void versionsComeAndGoWithoutARestartAndAReplayTagsTheSame() throws Exception {
        try (LearningStack stack = LearningStack.start(directory, FakeLearner.ID, LEARNING)) {
            Map<String, TaggedFeedback> live;
            try (Jobs jobs = stack.run(2)) {
                feedOneWindow(stack);
                ModelVersion learned = version(stack, 1, jobs);
                awaitPast(learned.effectiveFrom());
                arrive(stack, "b", 20);
                awaitDocuments(stack, jobs, 81);

                assertThat(stack.command("models", "rollback", "0")).startsWith("0\n");
                ModelVersion back = version(stack, 2, jobs);
                awaitPast(back.effectiveFrom());
                arrive(stack, "c", 20);
                awaitDocuments(stack, jobs, 101);

                eachBatchNamesItsVersion(stack.indices());
                aCorrectionChangesDocumentAndRollUp(stack, jobs);
                aCorrectionFromThePageDoesTheSame(stack, jobs);
                live = await().atMost(PATIENCE).until(stack::lines, LearningIT::complete);
                aLaterMapTagsWhatWasTaggedBefore(stack, jobs);
            }
            stack.mark();

            try (Jobs again = stack.tagAgain(1)) {
                await().atMost(PATIENCE)
                        .until(
                                () -> {
                                    again.check();
                                    return stack.linesSinceMark().equals(live);
                                });
            }
            assertThat(stack.command("models"))
                    .contains("0\n")
                    .contains("model of 0")
                    .contains("in effect");
        }
    }

    private static boolean complete(Map<String, TaggedFeedback> lines) {
        return lines.size() == 101
                && lines.get("email:jsonl:a2").sentiment().basis() == Basis.PERSON
                && lines.get("email:jsonl:a6").sentiment().basis() == Basis.PERSON;
    }

    private void aLaterMapTagsWhatWasTaggedBefore(LearningStack stack, Jobs jobs) throws Exception {
        String shipped = ShippedJourneys.yaml("insurance").orElseThrow();
        int version = JourneyMapReader.read("insurance", shipped).version();
        Path same = Files.writeString(directory.resolve("same.yaml"), shipped);
        Path later =
                Files.writeString(
                        directory.resolve("later.yaml"),
                        shipped.replace("version: " + version, "version: " + (version + 1))
                                .replace("- id: claim\n", "- id: claims\n"));

        assertThat(stack.command("retag", "--journey", same.toString()))
                .startsWith("0\n")
                .contains("raise its 'version'");
        assertThat(stack.command("retag", "--dry-run", "--journey", later.toString()))
                .startsWith("0\n")
                .contains("Nothing was written", "claim -> claims", "\"retagged\" : 101")
                .contains("Stages by ", "\"stageEngineFrom\" : \"default\"");
        assertThat(stack.command("retag", "--journey", later.toString()))
                .startsWith("0\n")
                .contains("\"written\" : true", "\"to\" : \"claims\"");
        assertThat(stack.command("retag", "--journey", later.toString()))
                .contains("\"retagged\" : 0", "\"already\" : 101");
        assertThat(stack.command("retag", "--journey", same.toString()))
                .startsWith("1\n")
                .contains("raise 'version' in the map to " + (version + 2));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            jobs.check();
                            Indices indices = stack.indices();
                            assertThat(stage(indices, "a4")).isEqualTo("claims");
                            assertThat(stage(indices, "a2")).as("said so").isEqualTo("renewal");
                            assertThat(basis(indices, "a2")).isEqualTo("person");
                            assertThat(indices.signals()).isEqualTo(indices.recomputed());
                        });
    }

    private static String stage(Indices indices, String id) {
        return indices.source(FEEDBACK, "email:jsonl:" + id).path("stage").asText();
    }

    private static void feedOneWindow(LearningStack stack) {
        arrive(stack, "a", 60);
        stack.arrives("end", TEN.plus(Duration.ofMinutes(70)), "All is well with my policy");
    }

    private static void arrive(LearningStack stack, String batch, int count) {
        for (int i = 0; i < count; i++) {
            stack.arrives(
                    batch + i,
                    TEN.plusSeconds(i),
                    i % 2 == 0
                            ? "My claim was refused and delayed again, case " + i
                            : "Claim paid soon, thank you, case " + i);
        }
    }

    private static ModelVersion version(LearningStack stack, int number, Jobs jobs) {
        Callable<ModelVersion> search =
                () -> {
                    jobs.check();
                    return stack.versions().stream()
                            .filter(version -> version.number() == number)
                            .findFirst()
                            .orElse(null);
                };
        return await().atMost(PATIENCE).until(search, version -> version != null);
    }

    private static void awaitPast(Instant time) {
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(time.plusMillis(500)));
    }

    private static void awaitDocuments(LearningStack stack, Jobs jobs, int count) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            jobs.check();
                            return stack.indices().ids(FEEDBACK).size() == count;
                        });
    }

    private static void eachBatchNamesItsVersion(Indices indices) {
        for (String id : indices.ids(FEEDBACK)) {
            JsonNode sentiment = indices.source(FEEDBACK, id).path("sentiment");
            int version =
                    switch (id.substring("email:jsonl:".length()).charAt(0)) {
                        case 'b' -> 1;
                        case 'c' -> 2;
                        default -> 0;
                    };
            assertThat(sentiment.path("model").asText())
                    .as(id)
                    .isEqualTo(FakeLearner.ID + "-" + version);
        }
        // The words that it learnt from the first batch: the second needs no teacher for them.
        assertThat(basis(indices, "a2")).isEqualTo("teacher");
        assertThat(basis(indices, "b2")).isEqualTo("student");
        assertThat(basis(indices, "c2")).isNotEqualTo("student");
    }

    private static String basis(Indices indices, String id) {
        return indices.source(FEEDBACK, "email:jsonl:" + id)
                .path("sentiment")
                .path("basis")
                .asText();
    }

    private static void aCorrectionChangesDocumentAndRollUp(LearningStack stack, Jobs jobs) {
        String answer =
                stack.command(
                        "correct",
                        "--id",
                        "email:jsonl:a2",
                        "--sentiment",
                        "positive",
                        "--stage",
                        "renewal");
        assertThat(answer).startsWith("0\n").contains("\"sentiment\":\"positive\"");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            jobs.check();
                            Indices indices = stack.indices();
                            JsonNode document = indices.source(FEEDBACK, "email:jsonl:a2");
                            assertThat(document.path("sentiment").path("label").asText())
                                    .isEqualTo("positive");
                            assertThat(document.path("sentiment").path("basis").asText())
                                    .isEqualTo(Basis.PERSON.id());
                            assertThat(document.path("stage").asText()).isEqualTo("renewal");
                            assertThat(indices.signals()).isEqualTo(indices.recomputed());
                        });
        assertThat(stack.command("correct", "--id", "email:jsonl:no", "--sentiment", "neutral"))
                .startsWith("1\n")
                .contains("there is no feedback 'email:jsonl:no'");
        assertThat(stack.command("correct", "--id", "email:jsonl:a4", "--stage", "nowhere"))
                .startsWith("1\n")
                .contains("has no stage 'nowhere'");
    }

    private static void aCorrectionFromThePageDoesTheSame(LearningStack stack, Jobs jobs)
            throws Exception {
        String id = "email:jsonl:a6";
        try (CorrectingPage page = stack.page()) {
            long revision =
                    new ObjectMapper()
                            .readTree(page.read("/api/feedback?id=" + id))
                            .path("revision")
                            .asLong();
            assertThat(page.correct("{\"id\": \"email:jsonl:no\", \"stages\": []}"))
                    .startsWith("400")
                    .contains("there is no feedback");
            assertThat(
                            page.correct(
                                    "{\"id\": \"%s\", \"revision\": %d, \"stages\": []}"
                                            .formatted(id, revision + 1)))
                    .startsWith("409");
            Instant asked = Instant.now();
            assertThat(
                            page.correct(
                                    ("{\"id\": \"%s\", \"revision\": %d,"
                                                    + " \"sentiment\": \"neutral\", \"stages\": []}")
                                            .formatted(id, revision)))
                    .startsWith("202");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                jobs.check();
                                JsonNode now =
                                        new ObjectMapper()
                                                .readTree(page.read("/api/feedback?id=" + id));
                                assertThat(now.at("/sentiment/label").asText())
                                        .isEqualTo("neutral");
                                assertThat(now.at("/sentiment/basis").asText())
                                        .isEqualTo(Basis.PERSON.id());
                                assertThat(now.path("stages")).isEmpty();
                                Indices indices = stack.indices();
                                assertThat(indices.signals()).isEqualTo(indices.recomputed());
                            });
            assertThat(page.read("/api/search?q=refused%20dela*&label=neutral&stage=none"))
                    .contains("\"total\":1,", id, "\"marks\":[{\"start\":13,\"end\":20}");
            assertThat(page.read("/api/search.csv?label=neutral&stage=none"))
                    .contains(id + ",")
                    .endsWith("\r\n");
        }
    }
}
