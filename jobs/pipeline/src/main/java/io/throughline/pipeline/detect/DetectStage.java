package io.throughline.pipeline.detect;

import io.throughline.alert.Alert;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.model.StageSignal;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Finds alerts: one watch over the data of all stages, whose faults and commands go to every watch
 * over a stage.
 */
public final class DetectStage {

    /** How far the watch over a stage is: once an hour, and when it changes. */
    public static final OutputTag<StageStatus> STATUS =
            new OutputTag<>("status", WireKind.STAGE_STATUS_TYPE);

    private DetectStage() {}

    /**
     * @param changes with watermarks
     * @param words on the health of channels with watermarks, dead letters and commands without
     * @param log commands as they were when the job was started
     * @param configuration whose rules and map are followed while the job runs
     */
    public static SingleOutputStreamOperator<Alert> append(
            DataStream<Change> changes,
            DataStream<Word> words,
            CommandLog log,
            Optional<FollowedConfiguration> configuration) {
        DataStream<Word> told =
                dataWatch(changes, words, new DataWatchOperator(log, configuration.orElse(null)));
        return OperatorId.SIGNALS_STAGE_WATCH.on(
                OperatorId.SIGNALS_STAGED
                        .on(
                                changes.flatMap(DetectStage::staged)
                                        .returns(TypeInformation.of(Change.class)))
                        .keyBy(change -> key(change.contribution()), Types.STRING)
                        .connect(told.broadcast())
                        .transform(
                                OperatorId.SIGNALS_STAGE_WATCH.title(),
                                WireKind.ALERT_TYPE,
                                new StageWatchOperator(log, STATUS)));
    }

    /** It needs no words of customers, so they do not travel to it. */
    private static DataStream<Word> dataWatch(
            DataStream<Change> changes, DataStream<Word> words, DataWatchOperator operator) {
        DataStream<Change> bare =
                OperatorId.SIGNALS_BARE.on(
                        changes.map(change -> new Change(change.contribution(), change.sign()))
                                .returns(TypeInformation.of(Change.class)));
        return OperatorId.SIGNALS_DATA_WATCH.on(
                bare.connect(words)
                        .transform(
                                OperatorId.SIGNALS_DATA_WATCH.title(),
                                TypeInformation.of(Word.class),
                                operator)
                        .setParallelism(1));
    }

    /** What has a stage, without the terms: a watch takes them from the words itself. */
    private static void staged(Change change, Collector<Change> out) {
        Contribution contribution = change.contribution();
        if (!contribution.stage().equals(StageSignal.UNASSIGNED)) {
            out.collect(new Change(contribution, change.sign(), change.excerpt()));
        }
    }

    static String key(Contribution contribution) {
        return contribution.journey() + "|" + contribution.stage();
    }
}
