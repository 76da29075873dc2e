package io.throughline.local.revise;

import io.throughline.document.FeedbackDocument;
import io.throughline.elasticsearch.bulk.BulkBatch;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.tagging.FeedbackStages;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.client.RestClient;

/**
 * Tags what is in {@code feedback.tagged} anew with a later version of the journey map.
 *
 * <p>The topic is read twice: first for the place of each feedback's last line, which is all that
 * is kept in memory, then for the lines themselves. A batch goes to Elasticsearch before it goes to
 * the topic: after a failure in between the line in the topic is still the former one, and the next
 * attempt writes both again. What has the map's version already is left alone, so that a second run
 * does the rest.
 */
public final class Retag {

    private static final int BATCH = 500;

    private final KafkaSettings kafka;
    private final JourneyMap map;
    private final Retagging retagging;
    private final RetagProgress progress;
    private final Comparison comparison = new Comparison();
    private final List<TaggedFeedback> batch = new ArrayList<>();
    private long already;

    public Retag(
            KafkaSettings kafka, JourneyMap map, FeedbackStages stages, RetagProgress progress) {
        this.kafka = kafka;
        this.map = map;
        this.retagging = new Retagging(map, stages);
        this.progress = progress;
    }

    /** Compares and writes nothing. */
    public RetagReport compare() {
        return report(run(Optional.empty()), false);
    }

    /**
     * Writes the lines and documents anew.
     *
     * @throws IllegalArgumentException when the map is of another journey or not later, with a
     *     sentence for the user; nothing is written then
     * @throws IOException when Elasticsearch cannot be written; a second run does the rest
     */
    public RetagReport write(RestClient search) throws IOException {
        BulkBatch documents = new BulkBatch(search);
        try (TopicWriter lines = TopicWriter.open(kafka, "throughline-retag")) {
            return report(run(Optional.of(() -> flush(documents, lines))), true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RetagReport report(long feedback, boolean written) {
        progress.clear();
        return new RetagReport(
                map.journey(), map.version(), feedback, already, written, comparison);
    }

    private long run(Optional<Runnable> flush) {
        Map<String, Long> last = new HashMap<>();
        try (TopicReader reader = TopicReader.open(kafka)) {
            long records = reader.read(Topics.TAGGED, record -> look(record, last));
            long[] done = {0};
            reader.read(
                    Topics.TAGGED,
                    record -> {
                        if (++done[0] % BATCH == 0) {
                            progress.bar("Tagging anew", Math.min(done[0], records), records);
                        }
                        if (Long.valueOf(record.offset()).equals(last.get(key(record)))) {
                            line(Codecs.TAGGED_FEEDBACK.decode(record.value()), flush);
                        }
                    });
        }
        flush.ifPresent(Runnable::run);
        return comparison.feedback() + already;
    }

    private void look(StoredRecord record, Map<String, Long> last) {
        TaggedFeedback line = Codecs.TAGGED_FEEDBACK.decode(record.value());
        if (line.stages() != null) {
            check(line);
        }
        if (!last.isEmpty() && last.size() % BATCH == 0) {
            progress.status(String.format("Reading %s: %,d feedback", Topics.TAGGED, last.size()));
        }
        last.put(key(record), record.offset());
    }

    private static String key(StoredRecord record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private void check(TaggedFeedback line) {
        if (!line.stages().journey().equals(map.journey())) {
            throw new IllegalArgumentException(
                    "the map is of journey '"
                            + map.journey()
                            + "', and there is feedback of journey '"
                            + line.stages().journey()
                            + "': a map can only follow one of the same journey");
        }
        if (line.stages().journeyVersion() > map.version()) {
            throw new IllegalArgumentException(
                    "the map is version "
                            + map.version()
                            + ", and there is feedback of version "
                            + line.stages().journeyVersion()
                            + ": raise 'version' in the map to "
                            + (line.stages().journeyVersion() + 1));
        }
    }

    private void line(TaggedFeedback line, Optional<Runnable> flush) {
        if (line.feedback().operation() == Operation.DELETE) {
            return;
        }
        if (line.stages().journeyVersion() == map.version()) {
            already++;
            return;
        }
        TaggedFeedback anew = retagging.retag(line);
        comparison.add(line, anew);
        if (flush.isPresent()) {
            batch.add(anew);
            if (batch.size() >= BATCH) {
                flush.get().run();
            }
        }
    }

    private void flush(BulkBatch documents, TopicWriter lines) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            int unused = documents.write(batch.stream().map(Retag::document).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.write(batch.stream().map(Retag::write).toList());
        batch.clear();
    }

    private static DocumentWrite document(TaggedFeedback line) {
        Feedback feedback = line.feedback();
        return DocumentWrite.index(
                        FeedbackDocument.index(line),
                        FeedbackDocument.id(line),
                        FeedbackDocument.version(line),
                        FeedbackDocument.encode(line))
                .about(feedback.id(), feedback.source(), feedback.channel());
    }

    private static TopicWriter.Write write(TaggedFeedback line) {
        return new TopicWriter.Write(
                Topics.TAGGED, line.feedback().id(), Codecs.TAGGED_FEEDBACK.encode(line));
    }
}
