package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scripted stream through real Kafka, a signals job that is killed with SIGKILL now and then, and
 * real Elasticsearch: what gets worse is told once and nothing else is, whatever is lost on the
 * way, and what people say counts.
 */
class AlertsIT {

    private static final int KILLS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir Path directory;

    private final List<Path> seen = new ArrayList<>();

    @Test
    void whatGetsWorseIsToldOnceThroughKillsAndWordsOfPeople() throws Exception {
        try (EmbeddedStack stack =
                EmbeddedStack.start(StackOptions.in(directory.resolve("data")))) {
            KafkaSettings kafka = KafkaSettings.of(stack.kafkaBootstrap());
            prepare(stack, kafka);
            try (TopicWriter writer = TopicWriter.open(kafka, "story")) {
                say(writer, silence());
                tell(stack, kafka, writer);
            }

            List<Alert> documents = ToldAlerts.documents(stack);
            dropsAreToldOnceEach(documents);
            bytesAreWhatTheWatchesAloneFind(kafka);
            aVersionIsTheSameWheneverItIsTold(kafka);
            theTopicEndsWithWhatTheIndexHolds(kafka, documents);
            wordsOfPeopleCount(documents);
            feedbackThatComesLateCorrectsAndDoesNotUnfire(kafka, documents);
        }
    }

    private void tell(EmbeddedStack stack, KafkaSettings kafka, TopicWriter writer)
            throws Exception {
        List<TaggedFeedback> story = AlertStory.feedback();
        int before = indexAt(story, AlertStory.DROP.plus(Duration.ofHours(24)));
        int from = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            try (SignalsProcess process = start(stack)) {
                int to = kill == 1 ? before / 2 : from + (before - from) / 3;
                write(writer, story.subList(from, to));
                from = to;
                awaitSomeOfIt(process, kill);
                process.kill();
            }
        }
        from = correct(stack, kafka, writer, story, from);
        Alert order = awaitAlert(stack, kafka, writer, story, from, "order");
        from = indexAt(story, order.firedAt().plus(Duration.ofHours(8)));
        Instant taken = order.firedAt().plus(Duration.ofHours(12));
        say(writer, AlertCommand.acknowledge(order.id(), "desk", "on it", taken));
        say(
                writer,
                AlertCommand.accept(
                        order.id(), "desk", "new price list", taken.plus(Duration.ofDays(1))));
        try (SignalsProcess process = start(stack)) {
            write(writer, story.subList(from, story.size()));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () -> {
                                process.checkAlive();
                                assertThat(ToldAlerts.statusAt(stack, "search"))
                                        .isAfterOrEqualTo(
                                                AlertStory.END.minus(Duration.ofMinutes(90)));
                            });
            indexed(stack, kafka);
        }
    }

    /** Tells late feedback while the alert that it belongs to lasts, and the clock is past it. */
    private int correct(
            EmbeddedStack stack,
            KafkaSettings kafka,
            TopicWriter writer,
            List<TaggedFeedback> story,
            int from)
            throws Exception {
        int to = indexAt(story, AlertStory.TOLD_LATE);
        Alert fires = drop("billing");
        try (SignalsProcess process = start(stack)) {
            write(writer, story.subList(from, to));
            awaitIn(process, () -> ToldAlerts.last(kafka).containsKey(fires.id()));
            write(writer, AlertStory.late());
            awaitIn(process, () -> ToldAlerts.last(kafka).get(fires.id()).corrected() != null);
            // What is told before the first checkpoint after it is told again from what came
            // meanwhile.
            Instant told = Instant.now();
            awaitIn(process, () -> checkpointedAfter(told));
        }
        return to;
    }

    private static Alert drop(String stage) {
        return AlertStory.alertsOf(stage).values().stream()
                .filter(alert -> alert.direction() == Direction.DROP)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitIn(SignalsProcess process, Callable<Boolean> holds) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            process.checkAlive();
                            return holds.call();
                        });
    }

    /** Runs until the stage has its alert; what comes later is not written yet. */
    private Alert awaitAlert(
            EmbeddedStack stack,
            KafkaSettings kafka,
            TopicWriter writer,
            List<TaggedFeedback> story,
            int from,
            String stage)
            throws Exception {
        Alert fires = drop(stage);
        try (SignalsProcess process = start(stack)) {
            write(
                    writer,
                    story.subList(from, indexAt(story, fires.firedAt().plus(Duration.ofHours(8)))));
            awaitIn(process, () -> ToldAlerts.last(kafka).containsKey(fires.id()));
        }
        return ToldAlerts.last(kafka).get(fires.id());
    }

    private static int indexAt(List<TaggedFeedback> story, Instant time) {
        int index = 0;
        while (story.get(index).feedback().observedAt().isBefore(time)) {
            index++;
        }
        return index;
    }

    private SignalsProcess start(EmbeddedStack stack) throws IOException {
        return SignalsProcess.start(directory, stack.kafkaBootstrap(), stack.elasticsearchUrl(), 1);
    }

    private void awaitSomeOfIt(SignalsProcess process, int checkpoints) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            process.checkAlive();
                            return checkpointed(checkpoints);
                        });
    }

    /** A state of this run is there; when it was taken is up to the machine. */
    private boolean checkpointed(int runs) throws IOException {
        Path checkpoints = directory.resolve("flink/throughline-signals/checkpoints");
        if (!Files.exists(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(file -> file.getParent().getParent())
                    .distinct()
                    .anyMatch(run -> isOfRun(run, runs));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A state that was begun later is there. */
    private boolean checkpointedAfter(Instant time) throws IOException {
        try (Stream<Path> files =
                Files.walk(directory.resolve("flink/throughline-signals/checkpoints"), 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .anyMatch(state -> Files.isDirectory(state) && begun(state).isAfter(time));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Instant begun(Path state) {
        try {
            return Files.readAttributes(state, BasicFileAttributes.class)
                    .creationTime()
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfRun(Path run, int runs) {
        if (!seen.contains(run)) {
            seen.add(run);
        }
        return seen.indexOf(run) + 1 >= runs;
    }

    private static AlertCommand silence() {
        return AlertCommand.silence(
                Map.of("stage", "support"),
                AlertStory.END,
                "desk",
                "known",
                AlertStory.DROP.minus(Duration.ofDays(1)));
    }

    private static void dropsAreToldOnceEach(List<Alert> documents) {
        assertThat(documents)
                .filteredOn(alert -> alert.state() != AlertState.SUPPRESSED)
                .filteredOn(alert -> alert.handling().silence() == null)
                .extracting(alert -> alert.stage() + " " + alert.direction().id())
                .containsExactlyInAnyOrder("delivery drop", "billing drop", "order drop");
        assertThat(documents)
                .filteredOn(alert -> alert.stage().equals("delivery"))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                            assertThat(alert.onset().at())
                                    .isBetween(
                                            AlertStory.DROP.minus(Duration.ofHours(4)),
                                            AlertStory.DROP.plus(Duration.ofHours(4)));
                        });
    }

    private static void bytesAreWhatTheWatchesAloneFind(KafkaSettings kafka) {
        assertThat(ToldAlerts.bytes(ToldAlerts.last(kafka), "delivery"))
                .isNotEmpty()
                .isEqualTo(ToldAlerts.bytes(AlertStory.alertsOf("delivery"), "delivery"));
    }

    private static void aVersionIsTheSameWheneverItIsTold(KafkaSettings kafka) {
        Map<String, String> told = new HashMap<>();
        for (Alert alert : ToldAlerts.told(kafka)) {
            if (alert.stage().equals("billing")) {
                continue; // When late feedback is counted first depends on how far the clock was.
            }
            String bytes = ToldAlerts.bytes(alert);
            assertThat(
                            told.merge(
                                    alert.id() + " " + alert.version(),
                                    bytes,
                                    (first, again) -> first))
                    .isEqualTo(bytes);
        }
    }

    private static void theTopicEndsWithWhatTheIndexHolds(
            KafkaSettings kafka, List<Alert> documents) {
        assertThat(documents).containsExactlyInAnyOrderElementsOf(ToldAlerts.last(kafka).values());
    }

    private static void wordsOfPeopleCount(List<Alert> documents) {
        assertThat(documents)
                .filteredOn(alert -> alert.stage().equals("order"))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.handling().acknowledgedBy()).isEqualTo("desk");
                            assertThat(alert.handling().acceptedBy()).isEqualTo("desk");
                            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                        });
        assertThat(documents)
                .filteredOn(alert -> alert.stage().equals("support"))
                .isNotEmpty()
                .allSatisfy(
                        alert -> assertThat(alert.handling().silence()).isEqualTo(silence().id()));
    }

    private static void feedbackThatComesLateCorrectsAndDoesNotUnfire(
            KafkaSettings kafka, List<Alert> documents) {
        assertThat(documents)
                .filteredOn(alert -> alert.stage().equals("billing"))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.corrected()).isNotNull();
                            assertThat(alert.corrected().observed())
                                    .isLessThan(alert.figures().observed());
                        });
        Alert first =
                ToldAlerts.told(kafka).stream()
                        .filter(alert -> alert.stage().equals("billing"))
                        .findFirst()
                        .orElseThrow();
        assertThat(first.state()).isEqualTo(AlertState.FIRING);
        assertThat(ToldAlerts.last(kafka).get(first.id()).figures()).isEqualTo(first.figures());
        assertThat(ToldAlerts.last(kafka).get(first.id()).firedAt()).isEqualTo(first.firedAt());
    }

    private static void prepare(EmbeddedStack stack, KafkaSettings kafka) throws IOException {
        TopicAdmin.ensure(kafka);
        try (RestClient client =
                ElasticsearchClients.open(ElasticsearchSettings.of(stack.elasticsearchUrl()))) {
            IndexSetup.ensure(client, IndexTemplates.all());
        }
    }

    private static void say(TopicWriter writer, AlertCommand command) {
        writer.write(
                List.of(
                        new TopicWriter.Write(
                                Topics.ALERT_COMMANDS,
                                command.id(),
                                Codecs.ALERT_COMMAND.encode(command))));
    }

    private static void write(TopicWriter writer, List<TaggedFeedback> feedback) {
        writer.write(
                feedback.stream()
                        .map(
                                tagged ->
                                        new TopicWriter.Write(
                                                Topics.TAGGED,
                                                tagged.feedback().id(),
                                                Codecs.TAGGED_FEEDBACK.encode(tagged)))
                        .toList());
    }

    /** Until the index has the newest versions. */
    private static void indexed(EmbeddedStack stack, KafkaSettings kafka) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () ->
                                assertThat(ToldAlerts.documents(stack))
                                        .containsExactlyInAnyOrderElementsOf(
                                                ToldAlerts.last(kafka).values()));
    }
}
