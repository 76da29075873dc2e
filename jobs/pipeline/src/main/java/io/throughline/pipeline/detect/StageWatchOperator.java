package io.throughline.pipeline.detect;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Hosts the watch over each stage. The watches live on the heap. When a checkpoint is taken, what
 * was done to them since the last one goes to keyed state, and a few of them whole, so that no
 * checkpoint holds up an alert for long. They advance with the watermark before it goes on, in the
 * order of their keys, so that what comes out depends on nothing but records and watermarks.
 *
 * <p>Every watch has been told every command: those of the log when it begins, later ones as they
 * come. So a replay knows a command before it reaches the time from which it counts.
 */
final class StageWatchOperator extends AbstractStreamOperator<Alert>
        implements TwoInputStreamOperator<Change, Word, Alert> {

    private static final long serialVersionUID = 1L;
    private static final Duration FORGET_EVERY = Duration.ofDays(1);

    /** Bytes of watches that a checkpoint writes whole, but for those that cannot wait. */
    private static final long WHOLE_BYTES = 256 << 10;

    private final CommandLog log;
    private final OutputTag<StageStatus> statuses;

    private transient ValueState<byte[]> state;
    private transient MapState<Long, byte[]> journal;
    private transient BroadcastState<String, byte[]> faults;
    private transient TreeMap<String, HostedWatch> watches;
    private transient List<AlertCommand> commands;
    private transient Instant forgetFrom;
    private transient Counter tooLate;

    StageWatchOperator(CommandLog log, OutputTag<StageStatus> statuses) {
        this.log = log;
        this.statuses = statuses;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state =
                context.getKeyedStateStore()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "stage-watch",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        journal =
                context.getKeyedStateStore()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "stage-watch-journal",
                                        Types.LONG,
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        faults =
                context.getOperatorStateStore()
                        .getBroadcastState(
                                new MapStateDescriptor<>(
                                        "faults",
                                        Types.STRING,
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        forgetFrom = Instant.MIN;
        tooLate = getMetricGroup().counter("feedbackTooLateForAlerts");
        commands = new ArrayList<>();
        log.read(commands::add);
        watches = new TreeMap<>();
        for (String key : keys()) {
            setCurrentKey(key);
            HostedWatch watch = HostedWatch.restored(state.value(), parts());
            commands.forEach(watch::tell);
            watches.put(key, watch);
        }
    }

    private List<byte[]> parts() throws Exception {
        TreeMap<Long, byte[]> parts = new TreeMap<>();
        for (var part : journal.entries()) {
            parts.put(part.getKey(), part.getValue());
        }
        return List.copyOf(parts.values());
    }

    private List<String> keys() throws Exception {
        try (Stream<String> keys =
                this.<String>getKeyedStateBackend()
                        .getKeys("stage-watch", VoidNamespace.INSTANCE)) {
            return keys.toList();
        }
    }

    @Override
    public void processElement1(StreamRecord<Change> element) throws Exception {
        String key = (String) getCurrentKey();
        HostedWatch watch = watches.get(key);
        if (watch == null) {
            watch = begin(element.getValue());
            watches.put(key, watch);
        }
        if (!watch.apply(element.getValue())) {
            tooLate.inc();
        }
    }

    private HostedWatch begin(Change first) throws Exception {
        HostedWatch watch = HostedWatch.of(first.contribution());
        commands.forEach(watch::tell);
        for (var fault : faults.immutableEntries()) {
            watch.tell(new Word(Word.Kind.FAULT, fault.getValue()).fault());
        }
        return watch;
    }

    @Override
    public void processElement2(StreamRecord<Word> element) throws Exception {
        Word word = element.getValue();
        if (word.kind() == Word.Kind.COMMAND) {
            AlertCommand command = word.command();
            commands.add(command);
            watches.values().forEach(watch -> watch.tell(command));
        } else {
            DataFault fault = word.fault();
            faults.put(KnownFaults.key(fault), word.bytes());
            watches.values().forEach(watch -> watch.tell(fault));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        Instant time = EventTime.of(mark);
        for (HostedWatch watch : watches.values()) {
            for (Alert alert : watch.advance(time)) {
                output.collect(new StreamRecord<>(alert));
            }
            watch.news().ifPresent(status -> output.collect(statuses, new StreamRecord<>(status)));
        }
        if (time.isAfter(forgetFrom)) {
            KnownFaults.forget(faults, time);
            forgetFrom = time.equals(Instant.MAX) ? time : time.plus(FORGET_EVERY);
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        long left = WHOLE_BYTES;
        for (var entry : watches.entrySet()) {
            HostedWatch watch = entry.getValue();
            if (!watch.changed()) {
                continue;
            }
            setCurrentKey(entry.getKey());
            if (watch.isTooLong() || watch.isLong() && left > 0) {
                byte[] whole = watch.whole();
                left -= whole.length;
                state.update(whole);
                journal.clear();
            } else {
                journal.put(watch.parts(), watch.part());
            }
        }
        super.snapshotState(context);
    }
}
