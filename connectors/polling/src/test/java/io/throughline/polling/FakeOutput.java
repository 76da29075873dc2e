package io.throughline.polling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Notes what a reader emits, and on the output of which split. */
final class FakeOutput implements ReaderOutput<Ingested> {

    /** One emission. */
    record Emitted(String split, Ingested ingested, long timestamp) {

        String text() {
            return new String(ingested.envelope().payload(), StandardCharsets.UTF_8);
        }
    }

    final List<Emitted> emitted = new ArrayList<>();
    final Set<String> outputs = new TreeSet<>();

    /** Texts of the envelopes of a split, in order. */
    List<String> texts(String split) {
        return emitted.stream()
                .filter(one -> one.split().equals(split))
                .filter(one -> one.ingested().kind() == Ingested.Kind.ENVELOPE)
                .map(Emitted::text)
                .toList();
    }

    /** Words on health. */
    List<Emitted> words() {
        return emitted.stream()
                .filter(one -> one.ingested().kind() == Ingested.Kind.HEALTH)
                .toList();
    }

    @Override
    public SourceOutput<Ingested> createOutputForSplit(String splitId) {
        outputs.add(splitId);
        return new OfSplit(splitId);
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        outputs.remove(splitId);
    }

    @Override
    public void collect(Ingested record) {
        throw new AssertionError("nothing goes out beside the splits");
    }

    @Override
    public void collect(Ingested record, long timestamp) {
        collect(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    private final class OfSplit implements SourceOutput<Ingested> {

        private final String split;

        OfSplit(String split) {
            this.split = split;
        }

        @Override
        public void collect(Ingested record) {
            throw new AssertionError("every record has a time");
        }

        @Override
        public void collect(Ingested record, long timestamp) {
            emitted.add(new Emitted(split, record, timestamp));
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
