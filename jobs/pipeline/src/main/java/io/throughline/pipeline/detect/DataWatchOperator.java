package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.watch.DataHealthWatch;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Watches the data of each journey, in one subtask, passes commands on, and looks after the
 * configuration that some of them come from. What it finds goes out before the watermark that let
 * it find it, so that the watches over the stages know it before they close the same windows.
 */
final class DataWatchOperator extends AbstractStreamOperator<Word>
        implements TwoInputStreamOperator<Change, Word, Word> {

    private static final long serialVersionUID = 1L;

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(3);

    private final CommandLog log;
    private final FollowedConfiguration configuration;

    private transient ListState<byte[]> state;
    private transient TreeMap<String, DataHealthWatch> watches;
    private transient List<AlertCommand> commands;

    /**
     * @param configuration whose rules and map are followed; null for none
     */
    DataWatchOperator(CommandLog log, FollowedConfiguration configuration) {
        this.log = log;
        this.configuration = configuration;
    }

    @Override
    public void open() throws Exception {
        super.open();
        if (configuration != null) {
            lookLater();
        }
    }

    private void lookLater() {
        getProcessingTimeService()
                .registerTimer(
                        getProcessingTimeService().getCurrentProcessingTime()
                                + LOOK_INTERVAL.toMillis(),
                        time -> {
                            configuration.look();
                            lookLater();
                        });
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "data-watches",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        commands = new ArrayList<>();
        log.read(commands::add);
        watches = new TreeMap<>();
        for (byte[] bytes : state.get()) {
            restore(bytes);
        }
    }

    private void restore(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String journey = in.readUTF();
        DataHealthWatch watch = DataHealthWatch.read(in);
        commands.forEach(watch::tell);
        watches.put(journey, watch);
    }

    private DataHealthWatch watch(String journey) {
        return watches.computeIfAbsent(
                journey,
                id -> {
                    DataHealthWatch watch = new DataHealthWatch(id);
                    commands.forEach(watch::tell);
                    return watch;
                });
    }

    @Override
    public void processElement1(StreamRecord<Change> element) {
        Change change = element.getValue();
        watch(change.contribution().journey()).apply(change);
    }

    @Override
    public void processElement2(StreamRecord<Word> element) {
        Word word = element.getValue();
        switch (word.kind()) {
            case HEALTH -> watches.values().forEach(watch -> watch.tell(word.health()));
            case DEAD_LETTER -> watches.values().forEach(watch -> watch.tell(word.deadLetter()));
            case COMMAND -> {
                AlertCommand command = word.command();
                commands.add(command);
                watches.values().forEach(watch -> watch.tell(command));
                output.collect(element);
            }
            case FAULT -> throw new IllegalStateException("faults come from here");
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        Instant time = EventTime.of(mark);
        for (DataHealthWatch watch : watches.values()) {
            if (EventTime.isDue(watch.due(), time)) {
                for (DataFault fault : watch.advance(time)) {
                    output.collect(new StreamRecord<>(Word.of(fault)));
                }
            }
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<byte[]> all = new ArrayList<>(watches.size());
        for (var entry : watches.entrySet()) {
            all.add(
                    WatchBytes.of(
                            out -> {
                                out.writeUTF(entry.getKey());
                                entry.getValue().write(out);
                            }));
        }
        state.update(all);
    }
}
