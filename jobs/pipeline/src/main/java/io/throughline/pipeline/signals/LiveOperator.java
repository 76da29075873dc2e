package io.throughline.pipeline.signals;

import java.time.Duration;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * Emits what changed once a second and before each checkpoint barrier, however often it changed in
 * between. Since what was read before a barrier is always out before it, what is gathered in memory
 * needs no state, and a completed checkpoint means that the documents are searchable.
 */
abstract class LiveOperator<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput, ProcessingTimeCallback {

    private static final long serialVersionUID = 1L;
    private static final Duration LIVE_UPDATE = Duration.ofSeconds(1);

    @Override
    public void open() throws Exception {
        super.open();
        scheduleNext();
    }

    /** Emits what changed since the last call. */
    abstract void emitChanged() throws Exception;

    @Override
    public void onProcessingTime(long timestamp) throws Exception {
        emitChanged();
        scheduleNext();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        emitChanged();
    }

    @Override
    public void endInput() throws Exception {
        emitChanged();
    }

    private void scheduleNext() {
        getProcessingTimeService()
                .registerTimer(
                        getProcessingTimeService().getCurrentProcessingTime()
                                + LIVE_UPDATE.toMillis(),
                        this);
    }
}
