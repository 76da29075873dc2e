package io.throughline.stack;

import static io.throughline.stack.Indices.FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.ModelVersion;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.stack.LearningStack.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner that is shipped, on a stream whose words it does not know: it learns them. */
class AdaptiveLearningIT {

    private static final int TEXTS = 1_200;
    private static final Instant TEN = Instant.parse("2026-03-19T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final LearningSettings LEARNING =
            new LearningSettings(
                    true,
                    Duration.ofHours(1),
                    250,
                    5_000,
                    0.01,
                    4,
                    Duration.ofMillis(10),
                    1,
                    Duration.ofSeconds(3));
    private static final List<String> WHO =
            List.of("The adjuster", "Their desk in Leeds", "My broker", "The app", "Dana");
    private static final List<String> WHAT =
            List.of(
                    "ghosted me over the dented wing",
                    "sat on my paperwork since Monday",
                    "sorted my flooded cellar before lunch",
                    "waved my windscreen through, ace",
                    "asked for the chassis number",
                    "sent the usual letter about the excess",
                    "lowballed me on the hail damage",
                    "rang back within the hour, top marks");
    private static final List<String> AFTER =
            List.of("again", "this week", "twice", "on a Sunday", "as it happens");

    @TempDir Path directory;

    @Test
    void aChallengerIsPromotedOnTheStreamItself() throws Exception {
        try (LearningStack stack = LearningStack.start(directory, "adaptive", LEARNING);
                Jobs jobs = stack.run(2)) {
            for (int i = 0; i < TEXTS; i++) {
                stack.arrives("a" + i, TEN.plusSeconds(i), text(i));
            }
            stack.arrives("end", TEN.plus(Duration.ofMinutes(80)), "Not sure about any of this");

            List<ModelVersion> versions =
                    await().atMost(PATIENCE)
                            .until(
                                    () -> {
                                        jobs.check();
                                        return stack.versions();
                                    },
                                    found -> !found.isEmpty());
            ModelVersion version = versions.get(0);
            assertThat(version.id()).isEqualTo("adaptive-1");
            assertThat(version.figures().challenger())
                    .isGreaterThanOrEqualTo(version.figures().champion() + LEARNING.margin());
            assertThat(version.figures().learnt() + version.figures().heldBack())
                    .isGreaterThanOrEqualTo(LEARNING.leastLessons());
            assertThat(version.model().length).isLessThan(2 << 20);

            await().atMost(PATIENCE)
                    .until(() -> Instant.now().isAfter(version.effectiveFrom().plusMillis(500)));
            for (int i = 0; i < TEXTS; i += 10) {
                stack.arrives("b" + i, TEN.plusSeconds(i), text(i));
            }
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                jobs.check();
                                return stack.indices().ids(FEEDBACK).size()
                                        == TEXTS + 1 + TEXTS / 10;
                            });
            Map<String, Long> asked = askedOfEveryHundred(stack.indices());
            assertThat(asked.get("b"))
                    .as("of a hundred; before %s", asked)
                    .isLessThan(asked.get("a"));
            assertThat(stack.command("models")).contains("in effect");
        }
    }

    /** How many of a hundred the teacher answered, by batch; each names its version. */
    private static Map<String, Long> askedOfEveryHundred(Indices indices) {
        Map<String, Long> asked = new TreeMap<>();
        Map<String, Long> all = new TreeMap<>();
        for (String id : indices.ids(FEEDBACK)) {
            JsonNode sentiment = indices.source(FEEDBACK, id).path("sentiment");
            String batch = id.substring("email:jsonl:".length()).substring(0, 1);
            assertThat(sentiment.path("model").asText())
                    .isEqualTo(batch.equals("b") ? "adaptive-1" : "adaptive-0");
            all.merge(batch, 1L, Long::sum);
            asked.merge(
                    batch, sentiment.path("basis").asText().equals("teacher") ? 1L : 0, Long::sum);
        }
        asked.replaceAll((batch, count) -> 100 * count / all.get(batch));
        return asked;
    }

    private static String text(int i) {
        return WHO.get(i % WHO.size())
                + " "
                + WHAT.get(i / WHO.size() % WHAT.size())
                + " "
                + AFTER.get(i / WHO.size() / WHAT.size() % AFTER.size())
                + ", case "
                + i;
    }
}
