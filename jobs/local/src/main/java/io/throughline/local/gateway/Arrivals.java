package io.throughline.local.gateway;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.wire.Codecs;
import java.util.BitSet;

/** Which posts are in the topic. */
final class Arrivals {

    private final BitSet found;
    private final long records;

    private Arrivals(BitSet found, long records) {
        this.found = found;
        this.records = records;
    }

    static Arrivals read(KafkaSettings kafka, int posts) {
        BitSet found = new BitSet(posts);
        long[] records = {0};
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(
                    Topics.RAW,
                    record ->
                            Posts.number(Codecs.RAW_ENVELOPE.decode(record.value()).payload())
                                    .ifPresent(
                                            number -> {
                                                if (number < posts) {
                                                    found.set(number);
                                                    records[0]++;
                                                }
                                            }));
        }
        return new Arrivals(found, records[0]);
    }

    long distinct() {
        return found.cardinality();
    }

    /** Records beyond one for each post. */
    long more() {
        return records - distinct();
    }

    /** Posts that were accepted and are not here. */
    long missing(Senders senders) {
        BitSet missing = senders.acceptedNumbers();
        missing.andNot(found);
        return missing.cardinality();
    }
}
