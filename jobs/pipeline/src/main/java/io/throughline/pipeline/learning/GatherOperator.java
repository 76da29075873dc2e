package io.throughline.pipeline.learning;

import io.throughline.model.TaughtText;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Either;

/**
 * Adds counts up between checkpoints, by window, so that learning gets a few a checkpoint instead
 * of one a feedback. Like the tally it needs no state: after a failure the records since the last
 * checkpoint are counted again.
 */
final class GatherOperator extends AbstractStreamOperator<Either<TaughtText, TagCounts>>
        implements OneInputStreamOperator<
                        Either<TaughtText, TagCounts>, Either<TaughtText, TagCounts>>,
                BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final long windowMillis;
    private transient TreeMap<Long, TagCounts> sums;

    GatherOperator(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Either<TaughtText, TagCounts>> element) {
        Either<TaughtText, TagCounts> observed = element.getValue();
        if (observed.isLeft()) {
            output.collect(new StreamRecord<>(observed));
            return;
        }
        TagCounts counts = observed.right();
        long window = Math.floorDiv(counts.windowMillis(), windowMillis) * windowMillis;
        sums.merge(window, counts.in(window), TagCounts::plus);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        emit();
    }

    @Override
    public void endInput() {
        emit();
    }

    private void emit() {
        sums.values().forEach(sum -> output.collect(new StreamRecord<>(Either.Right(sum))));
        sums.clear();
    }
}
