package io.throughline.local.replay;

import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.model.DeadLetter;
import io.throughline.model.Replay;
import io.throughline.wire.Codecs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code feedback.dead-letter} holds now: each letter as it stands, without its bytes, and
 * where these are. The last record of a letter tells how it stands; records that only tell what
 * became of a replay have no bytes. A record that comes again in another page is the same letter:
 * its newest bytes are taken, with the place that they say.
 */
final class LetterBook {

    /**
     * Where a record lies.
     *
     * @param partition of the topic
     * @param offset in it
     */
    record Place(int partition, long offset) {

        static Place of(StoredRecord record) {
            return new Place(record.partition(), record.offset());
        }
    }

    /**
     * A letter as it stands.
     *
     * @param letter without its bytes
     * @param bytes where they are; empty when they are kept no longer
     */
    record Entry(DeadLetter letter, Optional<Place> bytes) {

        /** Whether nothing has become of it: never replayed, or failed again. */
        boolean open() {
            return letter.replay() == null || letter.replay().outcome() == Replay.Outcome.FAILED;
        }

        /** What became of it; which record of which envelope it is goes with the bytes. */
        Entry ended(DeadLetter told) {
            return new Entry(letter.about(told.feedbackId()).with(told.replay()), bytes);
        }

        boolean onItsWay() {
            return letter.replay() != null && letter.replay().outcome() == Replay.Outcome.SUBMITTED;
        }
    }

    private final Map<String, Entry> entries;

    private LetterBook(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** Reads the whole topic. */
    static LetterBook read(TopicReader reader) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        reader.read(Topics.DEAD_LETTER, record -> add(record, entries));
        return new LetterBook(entries);
    }

    static void add(StoredRecord record, Map<String, Entry> entries) {
        DeadLetter letter = Codecs.DEAD_LETTER.decode(record.value());
        Entry before = entries.get(letter.id());
        boolean whole = letter.payload().length > 0 || letter.replay() == null;
        if (whole) {
            entries.put(letter.id(), new Entry(letter.bare(), Optional.of(Place.of(record))));
        } else if (before == null) {
            entries.put(letter.id(), new Entry(letter.bare(), Optional.empty()));
        } else {
            entries.put(letter.id(), before.ended(letter));
        }
    }

    /** Of these records. */
    static LetterBook of(Collection<StoredRecord> records) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        records.forEach(record -> add(record, entries));
        return new LetterBook(entries);
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Those that a choice is about, however they stand. */
    List<Entry> fitting(LetterChoice choice) {
        return entries.values().stream().filter(entry -> choice.fits(entry.letter())).toList();
    }

    /** Those that a choice takes, the oldest first. */
    List<Entry> chosen(LetterChoice choice) {
        return fitting(choice).stream()
                .filter(entry -> choice.among() == LetterChoice.Among.ALL || entry.open())
                .filter(entry -> entry.bytes().isPresent())
                .sorted(
                        java.util.Comparator.comparing((Entry entry) -> entry.letter().observedAt())
                                .thenComparing(entry -> entry.letter().id()))
                .limit(choice.limit())
                .toList();
    }
}
