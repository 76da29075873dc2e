package io.throughline.local.revise;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.model.ModelVersion;
import io.throughline.pipeline.learning.KafkaModelLog;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.wire.Codecs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a former model back into effect, as a version of its own: what was tagged stays explained.
 */
public final class RollBack {

    /** From the command until the model is in effect, so that every subtask has it by then. */
    static final Duration EFFECTIVE_AFTER = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 5;

    private final KafkaSettings kafka;
    private final Clock clock;

    public RollBack(KafkaSettings kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** The versions that the log holds now, and the challengers that lost. */
    public ModelHistory history() {
        List<ModelVersion> log = new ArrayList<>();
        new KafkaModelLog(kafka).readAll(log::add);
        return ModelHistory.of(log);
    }

    /**
     * Writes the version that has the former model.
     *
     * @param number of the version to go back to; 0 for the model of the program
     * @throws IllegalArgumentException when that cannot be, with a sentence for the user
     */
    public ModelVersion to(int number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ModelVersion version = version(history(), number);
            try (TopicWriter writer = TopicWriter.open(kafka, "throughline-models")) {
                writer.write(
                        List.of(
                                new TopicWriter.Write(
                                        Topics.MODELS,
                                        version.key(),
                                        Codecs.MODEL_VERSION.encode(version))));
            }
            // It holds against what the pipeline gives the number to, not against other people's.
            if (!history().isTakenByAnother(version)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "others roll back at the same time; see ./throughline models, and try again");
    }

    ModelVersion version(ModelHistory history, int number) {
        if (history.versions().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no version yet: the model that comes with the program tags");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ModelVersion last = history.versions().get(history.versions().size() - 1);
        ModelVersion former =
                number == 0
                        ? shipped(last)
                        : history.version(number)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "there is no version "
                                                                + number
                                                                + "; there are 0 to "
                                                                + last.number()));
        if (last.modelOf() == former.modelOf()) {
            throw new IllegalArgumentException(
                    "version "
                            + last.number()
                            + " has the model of version "
                            + number
                            + " already");
        }
        Instant trainedThrough =
                history.versions().stream()
                        .map(ModelVersion::trainedThrough)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        return new ModelVersion(
                last.number() + 1,
                ModelVersion.Kind.ROLLBACK,
                last.engine(),
                former.modelOf(),
                now.plus(EFFECTIVE_AFTER),
                trainedThrough,
                former.teacherShare(),
                former.teacherCost(),
                null,
                former.model());
    }

    private static ModelVersion shipped(ModelVersion of) {
        return new ModelVersion(
                1,
                ModelVersion.Kind.ROLLBACK,
                of.engine(),
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                LearningSettings.DEFAULT.initialTeacherShare(),
                LearningSettings.DEFAULT.teacherCost(),
                null,
                new byte[0]);
    }
}
