package io.throughline.stack;

import static io.throughline.stack.Indices.DEAD_LETTERS;
import static io.throughline.stack.Indices.FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.stack.LearningStack.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.elasticsearch.client.ResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mapping is wrong, feedback ends as dead letters, the mapping is mended and the letters are
 * replayed: on real servers, with the state that the jobs had.
 */
class ReplayIT {

    private static final Instant TEN = Instant.parse("2026-03-19T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Looks for the time where there is none. */
    private static final ChannelDefinition WRONG = survey("$.ta");

    private static final ChannelDefinition MENDED = survey("$.at");

    @TempDir Path directory;

    @Test
    void whatAMendedMappingTakesArrivesOnceAndItsLetterSaysSo() throws Exception {
        try (LearningStack stack =
                LearningStack.start(directory, FakeLearner.ID, LearningSettings.DEFAULT)) {
            try (Jobs jobs = stack.goOn(WRONG)) {
                arrives(stack, "a");
                arrives(stack, "b");
                stack.lineArrives(
                        "survey", TEN, "{\"id\": \"no-time\", \"words\": \"When was it?\"}");
                awaitDocuments(stack, jobs, DEAD_LETTERS, 3);
                assertThat(stack.indices().ids(FEEDBACK)).isEmpty();
                // Documents may be there a moment before the transaction of their letters ends.
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () ->
                                        assertThat(stack.command("replay", "--dry-run"))
                                                .startsWith("0\n")
                                                .contains("3 would be sent."));
            }
            try (Jobs jobs = stack.goOn(MENDED)) {
                arrives(stack, "c");
                awaitDocuments(stack, jobs, FEEDBACK, 1);
                assertThat(stack.indices().ids(DEAD_LETTERS)).as("none is read again").hasSize(3);

                assertThat(stack.command("replay", "--channel", "survey", "--by", "ada"))
                        .startsWith("3\n")
                        .contains("3 sent", "2 tagged", "1 failed again");
                awaitDocuments(stack, jobs, FEEDBACK, 3);
                await().atMost(PATIENCE).untilAsserted(() -> toldOnce(stack.indices()));

                assertThat(stack.command("replay", "--id", letter(stack.indices(), "tagged")))
                        .startsWith("0\n")
                        .contains("No dead letter to replay.", "1 came right before");
                assertThat(stack.indices().ids(FEEDBACK)).hasSize(3);
            }
        }
    }

    private static void toldOnce(Indices indices) {
        assertThat(indices.ids(FEEDBACK))
                .isEqualTo(Set.of("email:survey:a", "email:survey:b", "email:survey:c"));
        assertThat(indices.signals()).isEqualTo(indices.recomputed());
        assertThat(indices.ids(DEAD_LETTERS))
                .as("the same letters")
                .hasSize(3)
                .allSatisfy(
                        id -> {
                            JsonNode letter = indices.source(DEAD_LETTERS, id);
                            assertThat(letter.path("replayedBy").asText()).isEqualTo("ada");
                            assertThat(letter.path("outcome").asText()).isIn("tagged", "failed");
                        });
    }

    private static String letter(Indices indices, String outcome) {
        return indices.ids(DEAD_LETTERS).stream()
                .map(id -> indices.source(DEAD_LETTERS, id))
                .filter(letter -> letter.path("outcome").asText().equals(outcome))
                .map(letter -> letter.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void arrives(LearningStack stack, String id) {
        stack.lineArrives(
                "survey",
                TEN,
                "{\"id\": \"%s\", \"at\": \"%s\", \"words\": \"My claim was refused\"}"
                        .formatted(id, TEN));
    }

    private static void awaitDocuments(LearningStack stack, Jobs jobs, String index, int count) {
        // An index that was made just now has no shard to answer yet.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ResponseException.class)
                .until(
                        () -> {
                            jobs.check();
                            return stack.indices().ids(index).size() == count;
                        });
    }

    private static ChannelDefinition survey(String time) {
        return ChannelDefinitions.read(
                "survey/channel.yaml",
                """
                apiVersion: throughline/v1
                id: survey
                channel: email
                mode: file
                format: jsonl
                map:
                  naturalId: $.id
                  occurredAt: %s
                  text: $.words
                """
                        .formatted(time));
    }
}
