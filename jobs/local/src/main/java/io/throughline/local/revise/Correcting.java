package io.throughline.local.revise;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.model.Correction;
import io.throughline.model.Operation;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.taggers.stage.NoStage;
import io.throughline.wire.Codecs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes what people say to {@code feedback.corrections}, with the feedback as it is tagged now.
 */
public final class Correcting {

    private final KafkaSettings kafka;
    private final List<JourneyMap> maps;
    private final Clock clock;

    /**
     * @param maps that stages are checked against, as far as the journey and version are theirs
     */
    public Correcting(KafkaSettings kafka, List<JourneyMap> maps, Clock clock) {
        this.kafka = kafka;
        this.maps = List.copyOf(maps);
        this.clock = clock;
    }

    /**
     * Writes all that can be written, in one transaction.
     *
     * @param rejected is told a sentence on each request that cannot be
     * @throws io.throughline.kafka.KafkaUnavailableException when Kafka cannot be used
     */
    public List<Correction> write(List<CorrectionRequest> requests, Consumer<String> rejected) {
        Set<String> ids = requests.stream().map(CorrectionRequest::id).collect(Collectors.toSet());
        Map<String, StoredRecord> lines;
        try (TopicReader reader = TopicReader.open(kafka)) {
            lines = reader.last(Topics.TAGGED, ids);
        }
        Map<String, TaggedFeedback> decoded = new LinkedHashMap<>();
        lines.forEach((id, line) -> decoded.put(id, Codecs.TAGGED_FEEDBACK.decode(line.value())));
        List<Correction> corrections = new ArrayList<>();
        for (CorrectionRequest request : requests) {
            try {
                corrections.add(correction(request, decoded.get(request.id()), corrections.size()));
            } catch (IllegalArgumentException e) {
                rejected.accept(request.place() + ": " + e.getMessage());
            }
        }
        if (!corrections.isEmpty()) {
            write(corrections);
        }
        return corrections;
    }

    /**
     * Writes one of a line that was looked up already.
     *
     * @param line null when there is none
     * @throws IllegalArgumentException when it makes no sense, with a sentence
     * @throws io.throughline.kafka.KafkaUnavailableException when Kafka cannot be used
     */
    void write(CorrectionRequest request, TaggedFeedback line) {
        write(List.of(correction(request, line, 0)));
    }

    private void write(List<Correction> corrections) {
        try (TopicWriter writer =
                TopicWriter.open(kafka, "throughline-correct-" + UUID.randomUUID())) {
            writer.write(corrections.stream().map(Correcting::write).toList());
        }
    }

    private static TopicWriter.Write write(Correction correction) {
        return new TopicWriter.Write(
                Topics.CORRECTIONS,
                correction.line().feedback().id(),
                Codecs.CORRECTION.encode(correction));
    }

    private Correction correction(CorrectionRequest request, TaggedFeedback line, int order) {
        if (line == null) {
            throw new IllegalArgumentException(
                    "there is no feedback '"
                            + request.id()
                            + "' in "
                            + Topics.TAGGED
                            + "; ids are CHANNEL:SOURCE:ID as in the field id of the documents, and"
                            + " lines are kept for "
                            + Topics.RETENTION.toDays()
                            + " days");
        }
        if (line.feedback().operation() == Operation.DELETE) {
            throw new IllegalArgumentException(
                    "feedback '" + request.id() + "' is deleted; there is nothing to correct");
        }
        if (request.stages() != null) {
            checkStages(request, line.stages());
        }
        // Rows of one file are in their order: the later holds.
        return new Correction(
                line,
                request.sentiment(),
                request.stages(),
                request.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(order, ChronoUnit.MICROS));
    }

    private void checkStages(CorrectionRequest request, StageTags tags) {
        for (JourneyMap map : maps) {
            if (map.journey().equals(tags.journey()) && map.version() == tags.journeyVersion()) {
                Set<String> known =
                        map.stages().stream()
                                .map(Stage::id)
                                .collect(Collectors.toCollection(TreeSet::new));
                for (String stage : request.stages()) {
                    if (!known.contains(stage)) {
                        throw new IllegalArgumentException(
                                "journey "
                                        + map.journey()
                                        + " has no stage '"
                                        + stage
                                        + "'; there are "
                                        + String.join(", ", known)
                                        + ", or "
                                        + NoStage.NONE);
                    }
                }
            }
        }
    }
}
