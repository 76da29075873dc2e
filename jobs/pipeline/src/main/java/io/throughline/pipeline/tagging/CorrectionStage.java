package io.throughline.pipeline.tagging;

import io.throughline.model.Channel;
import io.throughline.model.Correction;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Hashes;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.SideOutputs;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;

/** Decodes corrections; bytes that are none become dead letters. */
final class CorrectionStage {

    private static final String SOURCE = "corrections";

    private CorrectionStage() {}

    static SingleOutputStreamOperator<Either<TaggedFeedback, Correction>> append(
            DataStream<RawRecord> records) {
        return OperatorId.TAGGING_DECODE_CORRECTIONS.on(
                records.process(new Decode()).returns(TagInput.TYPE));
    }

    private static final class Decode
            extends ProcessFunction<RawRecord, Either<TaggedFeedback, Correction>> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                RawRecord record,
                Context context,
                Collector<Either<TaggedFeedback, Correction>> out) {
            Correction correction;
            try {
                correction = Codecs.CORRECTION.decode(record.value());
            } catch (WireFormatException e) {
                context.output(SideOutputs.DEAD_LETTERS, deadLetter(record, e));
                return;
            }
            out.collect(Either.Right(correction));
        }

        private static DeadLetter deadLetter(RawRecord record, WireFormatException failure) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            return DeadLetter.of(
                    new RawEnvelope(
                            SOURCE,
                            at,
                            null,
                            null,
                            "kafka:" + record.topic(),
                            record.offset(),
                            Map.of("form", "correction"),
                            -1,
                            record.value()),
                    new Provenance(
                            "kafka:" + record.topic(),
                            record.offset(),
                            0,
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            Hashes.sha256(record.value()),
                            at),
                    FailureReason.MALFORMED,
                    ProcessingStage.TAG,
                    Channel.INTERNAL,
                    null,
                    failure.getMessage());
        }
    }
}
