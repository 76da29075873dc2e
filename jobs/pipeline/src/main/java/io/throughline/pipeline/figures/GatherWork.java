package io.throughline.pipeline.figures;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up the work of a subtask, so that a few records a second travel and not one a feedback. It
 * needs no state: what was gathered is out before each barrier.
 */
final class GatherWork extends AbstractStreamOperator<Work>
        implements OneInputStreamOperator<Work, Work>, BoundedOneInput, ProcessingTimeCallback {

    private static final long serialVersionUID = 1L;
    private static final Duration PASSED_ON = Duration.ofSeconds(2);

    private transient Map<Work.Key, Work> sums;

    @Override
    public void open() throws Exception {
        super.open();
        sums = new LinkedHashMap<>();
        scheduleNext();
    }

    @Override
    public void processElement(StreamRecord<Work> element) {
        Work work = element.getValue();
        Work done = work.minute() == Work.NOW ? work.in(Work.minuteOf(now())) : work;
        sums.merge(done.key(), done, Work::plus);
    }

    @Override
    public void onProcessingTime(long timestamp) {
        emit();
        scheduleNext();
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
        sums.values().forEach(work -> output.collect(new StreamRecord<>(work)));
        sums.clear();
    }

    private void scheduleNext() {
        getProcessingTimeService().registerTimer(now() + PASSED_ON.toMillis(), this);
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
