package io.throughline.local.page;

import io.throughline.console.TaggerLog;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.revise.ModelHistory;
import io.throughline.local.revise.RollBack;
import io.throughline.model.Basis;
import io.throughline.model.Correction;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.model.Sentiment;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the tagger has learnt, read from the topics; an answer holds for half a minute. */
final class LearningLog implements TaggerLog {

    private static final Logger LOG = LoggerFactory.getLogger(LearningLog.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final Clock clock;
    private History last;
    private Instant readAt = Instant.MIN;

    LearningLog(KafkaSettings kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    @Override
    public synchronized History read() {
        Instant now = clock.instant();
        if (last == null || now.isAfter(readAt.plus(FRESH))) {
            ModelHistory history = new RollBack(kafka, clock).history();
            last = new History(versions(history, now), agreement(corrections()));
            readAt = now;
        }
        return last;
    }

    private Collection<Correction> corrections() {
        Map<String, Correction> latest = new HashMap<>();
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(
                    Topics.CORRECTIONS,
                    record -> {
                        try {
                            Correction correction = Codecs.CORRECTION.decode(record.value());
                            if (correction.sentiment() != null) {
                                latest.put(correction.line().feedback().id(), correction);
                            }
                        } catch (WireFormatException e) {
                            LOG.debug("{} is no correction", record, e);
                        }
                    });
        }
        return latest.values();
    }

    /** Of the latest correction of each feedback that an engine, not a person, had labelled. */
    static Agreement agreement(Collection<Correction> corrections) {
        long said = 0;
        long same = 0;
        for (Correction correction : corrections) {
            Sentiment engine = correction.line().sentiment();
            if (engine != null && engine.label() != null && engine.basis() != Basis.PERSON) {
                said++;
                same += engine.label() == correction.sentiment() ? 1 : 0;
            }
        }
        return new Agreement(said, same);
    }

    static List<Version> versions(ModelHistory history, Instant now) {
        return history.versions().stream()
                .map(version -> version(version, history.state(version, now)))
                .toList();
    }

    private static Version version(ModelVersion version, String state) {
        ModelFigures figures = version.figures();
        boolean trained = figures != null;
        return new Version(
                version.number(),
                version.id(),
                version.kind().id(),
                state,
                version.modelOf(),
                version.effectiveFrom(),
                trained ? (long) figures.learnt() + figures.heldBack() : null,
                trained ? (long) figures.corrections() : null,
                trained ? figures.champion() : null,
                trained ? figures.challenger() : null,
                trained ? figures.agreement() : null,
                trained ? figures.teacherUse() : null,
                version.teacherShare());
    }
}
