package io.throughline.local.replay;

import io.throughline.elasticsearch.bulk.BulkBatch;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.local.replay.LetterBook.Entry;
import io.throughline.local.replay.LetterBook.Place;
import io.throughline.model.DeadLetter;
import io.throughline.model.Replay;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.elasticsearch.client.RestClient;

/**
 * Sends dead letters through the step that failed once more: records through the pipeline, by way
 * of {@code feedback.raw}; documents that were refused to Elasticsearch.
 *
 * <p>The topic of dead letters is read twice: first for how each letter stands, which is all that
 * is kept in memory, then for the bytes of the chosen ones. An envelope and the word that its
 * letters are on their way are written in one transaction.
 */
public final class Replaying {

    private static final int BATCH_RECORDS = 200;
    private static final long BATCH_BYTES = 4L << 20;

    private final KafkaSettings kafka;
    private final Optional<RestClient> search;
    private final Clock clock;

    /**
     * @param search where refused documents go; empty when there are none to be written
     */
    public Replaying(KafkaSettings kafka, Optional<RestClient> search, Clock clock) {
        this.kafka = kafka;
        this.search = search;
        this.clock = clock;
    }

    /** What would be taken; nothing is written. */
    public ReplayReport look(LetterChoice choice) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            LetterBook book = LetterBook.read(reader);
            return report(book, choice, letters(book.chosen(choice)));
        }
    }

    /** How letters stand now. */
    public List<DeadLetter> standing(List<DeadLetter> letters) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            LetterBook book = LetterBook.read(reader);
            return letters.stream()
                    .map(letter -> book.find(letter.id()).map(Entry::letter).orElse(letter))
                    .toList();
        }
    }

    /**
     * Sends what is chosen.
     *
     * @param by who asks for it
     * @throws io.throughline.kafka.KafkaUnavailableException when Kafka cannot be used
     * @throws IllegalArgumentException when a refused document is chosen and no Elasticsearch named
     * @throws UncheckedIOException when Elasticsearch does not answer
     */
    public ReplayReport replay(LetterChoice choice, String by) {
        Replay replay =
                new Replay(
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        by,
                        Replay.Outcome.SUBMITTED);
        try (TopicReader reader = TopicReader.open(kafka)) {
            LetterBook book = LetterBook.read(reader);
            List<Entry> chosen = book.chosen(choice);
            if (chosen.isEmpty()) {
                return report(book, choice, List.of());
            }
            boolean documents =
                    chosen.stream().anyMatch(entry -> Resubmission.isOfIndex(entry.letter()));
            if (documents && search.isEmpty()) {
                throw new IllegalArgumentException(
                        "documents that Elasticsearch refused are among them: name it with"
                                + " --elasticsearch URL, or leave them out with --reason");
            }
            try (TopicWriter writer =
                    TopicWriter.open(kafka, "throughline-replay-" + UUID.randomUUID())) {
                return report(book, choice, send(chosen, replay, reader, writer));
            }
        }
    }

    private static ReplayReport report(
            LetterBook book, LetterChoice choice, List<DeadLetter> letters) {
        List<Entry> fitting = book.fitting(choice);
        boolean all = choice.among() == LetterChoice.Among.ALL;
        return new ReplayReport(
                letters,
                all ? 0 : fitting.stream().filter(Entry::onItsWay).count(),
                all
                        ? 0
                        : fitting.stream()
                                .filter(entry -> !entry.open() && !entry.onItsWay())
                                .count(),
                fitting.stream().filter(entry -> entry.bytes().isEmpty()).count());
    }

    private static List<DeadLetter> letters(List<Entry> entries) {
        return entries.stream().map(Entry::letter).toList();
    }

    private List<DeadLetter> send(
            List<Entry> chosen, Replay replay, TopicReader reader, TopicWriter writer) {
        Map<Place, List<DeadLetter>> wanted = wanted(chosen, replay);
        Map<String, TaggedFeedback> lines = lines(chosen);
        List<DeadLetter> sent = new ArrayList<>();
        List<TopicWriter.Write> batch = new ArrayList<>();
        long[] bytes = {0};
        try (TopicReader second = TopicReader.open(kafka)) {
            second.read(
                    Topics.DEAD_LETTER,
                    record -> {
                        List<DeadLetter> letters = wanted.get(Place.of(record));
                        if (letters == null) {
                            return;
                        }
                        List<TopicWriter.Write> writes =
                                writes(record, letters, lines, replay, sent);
                        batch.addAll(writes);
                        bytes[0] += writes.stream().mapToLong(write -> write.value().length).sum();
                        if (batch.size() >= BATCH_RECORDS || bytes[0] >= BATCH_BYTES) {
                            flush(batch, writer);
                            bytes[0] = 0;
                        }
                    });
        }
        flush(batch, writer);
        return sent;
    }

    private static void flush(List<TopicWriter.Write> batch, TopicWriter writer) {
        if (!batch.isEmpty()) {
            writer.write(batch);
            batch.clear();
        }
    }

    /** What each place of bytes is read for: letters of the same envelope need them once. */
    private static Map<Place, List<DeadLetter>> wanted(List<Entry> chosen, Replay replay) {
        Map<String, Place> places = new HashMap<>();
        Map<Place, List<DeadLetter>> wanted = new LinkedHashMap<>();
        for (Entry entry : chosen) {
            Place own = entry.bytes().orElseThrow();
            Place place = places.computeIfAbsent(Resubmission.envelope(entry.letter()), key -> own);
            if (wanted.containsKey(place) && wanted.get(place).size() >= BATCH_RECORDS) {
                place = own;
            }
            wanted.computeIfAbsent(place, key -> new ArrayList<>())
                    .add(entry.letter().with(replay));
        }
        return wanted;
    }

    private Map<String, TaggedFeedback> lines(List<Entry> chosen) {
        Set<String> ids =
                chosen.stream()
                        .map(Entry::letter)
                        .filter(Resubmission::isOfIndex)
                        .map(DeadLetter::feedbackId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<String, TaggedFeedback> lines = new HashMap<>();
        if (!ids.isEmpty()) {
            try (TopicReader reader = TopicReader.open(kafka)) {
                reader.last(Topics.TAGGED, ids)
                        .forEach(
                                (id, line) ->
                                        lines.put(id, Codecs.TAGGED_FEEDBACK.decode(line.value())));
            }
        }
        return lines;
    }

    private List<TopicWriter.Write> writes(
            StoredRecord record,
            List<DeadLetter> letters,
            Map<String, TaggedFeedback> lines,
            Replay replay,
            List<DeadLetter> sent) {
        DeadLetter whole = Codecs.DEAD_LETTER.decode(record.value());
        if (!Resubmission.isOfIndex(whole)) {
            sent.addAll(letters);
            return Resubmission.writes(whole, letters);
        }
        try {
            DeadLetter end =
                    new DocumentReplay(new BulkBatch(search.orElseThrow()))
                            .replay(whole, lines.get(whole.feedbackId()), replay);
            sent.add(end.bare());
            return List.of(Resubmission.state(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
