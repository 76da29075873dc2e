package io.throughline.local.crash;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.crash.Verdict.Came;
import io.throughline.local.stack.EmbeddedKafka;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Two feeds, read from their beginning to their end by a process that is killed so many times on
 * the way, and started again each time; then held against the truth.
 *
 * <p>A process is killed at a random moment after it fetched something: every other process, by
 * chance, after what it fetched first, which is before its first checkpoint as a rule; the others
 * after what they fetched first after their first checkpoint. Whether something had been fetched
 * since the last checkpoint at the moment of a kill is counted.
 */
final class CrashRound {

    private static final int CHANGES_A_KILL = 60;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);
    private static final Duration LONGEST_LULL = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LOOK_AT_TOPIC = Duration.ofMillis(200);

    private final int kills;
    private final Random random;
    private final Feed polled;
    private final Feed streamed;
    private final Path directory;
    private final List<Duration> recoveries = new ArrayList<>();
    private int betweenPageAndCheckpoint;

    /**
     * What became of a round.
     *
     * @param recoveries from a kill to the next complete checkpoint, of the kills whose next
     *     process lived to see one
     * @param betweenPageAndCheckpoint kills before whose moment something was fetched that was in
     *     no checkpoint
     */
    record Result(
            int kills,
            int betweenPageAndCheckpoint,
            Verdict polled,
            Verdict streamed,
            List<Duration> recoveries) {}

    CrashRound(int kills, long seed, Path directory) {
        int changes = (kills + 1) * CHANGES_A_KILL;
        this.kills = kills;
        this.random = new Random(seed);
        this.polled = new Feed(History.of(random.nextLong(), changes), random.nextLong());
        this.streamed = new Feed(History.of(random.nextLong(), changes), random.nextLong());
        this.directory = directory;
    }

    /**
     * Runs the round.
     *
     * @param killed told after each kill how many there were
     */
    Result run(IntConsumer killed) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                FeedServer server = FeedServer.start(polled, streamed)) {
            KafkaSettings settings = KafkaSettings.of(kafka.bootstrap());
            TopicAdmin.ensure(settings);
            List<Path> definitions = Definitions.write(directory, server.url());
            Optional<Instant> died = Optional.empty();
            for (int kill = 1; kill <= kills; kill++) {
                raise(kill);
                died = Optional.of(killed(start(kafka, definitions), died));
                killed.accept(kill);
            }
            raise(kills + 1);
            return drained(start(kafka, definitions), died, settings);
        }
    }

    private void raise(int part) {
        polled.raiseTo(part * CHANGES_A_KILL);
        streamed.raiseTo(part * CHANGES_A_KILL);
    }

    private JobProcess start(EmbeddedKafka kafka, List<Path> definitions) throws IOException {
        return JobProcess.start(directory, kafka.bootstrap(), definitions);
    }

    private int shown() {
        return polled.shown() + streamed.shown();
    }

    private int happened() {
        return polled.happened() + streamed.happened();
    }

    /** Lets a process live for a while and kills it; answers when it died. */
    private Instant killed(JobProcess process, Optional<Instant> before)
            throws InterruptedException {
        int shownBefore = shown();
        await(process, LONGEST_START, () -> shown() > shownBefore);
        Watch watch = new Watch(process, before);
        if (random.nextBoolean()) {
            await(process, LONGEST_START, watch::sawCheckpoint);
            int shownThen = shown();
            Instant enough = Instant.now().plus(LONGEST_LULL);
            await(
                    process,
                    LONGEST_START,
                    () -> watch.look() && (shown() > shownThen || Instant.now().isAfter(enough)));
        }
        long life = random.nextInt(2 * CrashedJob.CHECKPOINT_MILLIS);
        Instant due = Instant.now().plusMillis(life);
        while (Instant.now().isBefore(due)) {
            watch.look();
            Thread.sleep(LOOK.toMillis());
        }
        watch.look();
        process.kill();
        if (shown() > watch.shownAtCheckpoint) {
            betweenPageAndCheckpoint++;
        }
        watch.recovery().ifPresent(recoveries::add);
        return Instant.now();
    }

    private Result drained(JobProcess process, Optional<Instant> before, KafkaSettings settings)
            throws InterruptedException {
        Watch watch = new Watch(process, before);
        try (TopicReader reader = TopicReader.open(settings)) {
            int lost = Integer.MAX_VALUE;
            int seen = happened();
            Instant progress = Instant.now();
            // A slow machine is no loss: something is lost when nothing more comes.
            while (lost > 0 && Instant.now().isBefore(progress.plus(LONGEST_STANDSTILL))) {
                process.checkAlive();
                watch.look();
                int now = result(reader).lost();
                if (now < lost || happened() > seen) {
                    progress = Instant.now();
                }
                lost = now;
                seen = happened();
                Thread.sleep(LOOK_AT_TOPIC.toMillis());
            }
            // What would come twice has time to do so.
            Optional<Instant> last = process.checkpointedAt();
            Instant twice = last.orElse(Instant.now()).plusMillis(2000);
            await(
                    process,
                    LONGEST_START,
                    () -> process.checkpointedAt().filter(twice::isBefore).isPresent());
            watch.recovery().ifPresent(recoveries::add);
            Verdicts verdicts = result(reader);
            return new Result(
                    kills,
                    betweenPageAndCheckpoint,
                    verdicts.polled(),
                    verdicts.streamed(),
                    List.copyOf(recoveries));
        } finally {
            process.kill();
        }
    }

    /** One for each feed. */
    private record Verdicts(Verdict polled, Verdict streamed) {

        int lost() {
            return polled.lost() + streamed.lost();
        }
    }

    private Verdicts result(TopicReader reader) {
        List<Came> fromPolled = new ArrayList<>();
        List<Came> fromStreamed = new ArrayList<>();
        reader.read(
                Topics.TAGGED,
                record -> {
                    Feedback feedback = Codecs.TAGGED_FEEDBACK.decode(record.value()).feedback();
                    boolean deleted = feedback.operation() == Operation.DELETE;
                    Came came =
                            new Came(
                                    feedback.naturalId(),
                                    feedback.revision(),
                                    deleted,
                                    deleted ? "" : feedback.text());
                    (feedback.source().equals(Definitions.POLLED) ? fromPolled : fromStreamed)
                            .add(came);
                });
        return new Verdicts(
                Verdict.ofNewest(polled.history(), fromPolled),
                Verdict.ofAll(streamed.history(), fromStreamed));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(JobProcess process, Duration atMost, Condition condition)
            throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (!condition.holds()) {
            process.checkAlive();
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "the job did not get on within " + atMost.toSeconds() + " s");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** Follows the checkpoints of one process. */
    private final class Watch {

        private final JobProcess process;
        private final Optional<Instant> before;
        private Optional<Instant> checkpoint;
        private Optional<Instant> first = Optional.empty();
        private int shownAtCheckpoint;

        Watch(JobProcess process, Optional<Instant> before) {
            this.process = process;
            this.before = before;
            this.checkpoint = process.checkpointedAt();
            // What was shown before this process is in no checkpoint of its own: only what it
            // fetched itself counts.
            this.shownAtCheckpoint = shown() - 1;
        }

        boolean sawCheckpoint() {
            look();
            return first.isPresent() || before.isEmpty() && checkpoint.isPresent();
        }

        /** Always answers true. */
        boolean look() {
            Optional<Instant> now = process.checkpointedAt();
            if (!now.equals(checkpoint)) {
                checkpoint = now;
                shownAtCheckpoint = shown();
                if (first.isEmpty() && isAfterDeath(now)) {
                    first = now;
                }
            }
            return true;
        }

        private boolean isAfterDeath(Optional<Instant> time) {
            return time.isPresent() && before.isPresent() && time.get().isAfter(before.get());
        }

        Optional<Duration> recovery() {
            return first.flatMap(time -> before.map(death -> Duration.between(death, time)));
        }
    }
}
