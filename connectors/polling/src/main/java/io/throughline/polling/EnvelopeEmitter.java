package io.throughline.polling;

import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;

/**
 * Emits an envelope and moves the cursor in one step of the task's thread, between which no
 * checkpoint can come.
 */
final class EnvelopeEmitter implements RecordEmitter<Fetched, RawEnvelope, SplitProgress> {

    @Override
    public void emitRecord(
            Fetched fetched, SourceOutput<RawEnvelope> output, SplitProgress progress) {
        fetched.envelope()
                .ifPresent(
                        envelope -> output.collect(envelope, envelope.observedAt().toEpochMilli()));
        for (CursorChange change : fetched.changes()) {
            progress.apply(change);
        }
    }
}
