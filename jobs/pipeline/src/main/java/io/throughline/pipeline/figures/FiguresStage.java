package io.throughline.pipeline.figures;

import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.kafka.Topics;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Adds up what a job does, and makes documents of it once a minute. */
public final class FiguresStage {

    private FiguresStage() {}

    /** What the tagging job did; it reads {@code feedback.raw}. */
    public static DataStream<DocumentWrite> tagging(
            DataStream<Work> work, JobSettings settings, String group) {
        return append(
                OperatorId.TAGGING_WORK,
                OperatorId.TAGGING_FIGURES,
                work,
                operator(Work.TAGGING, Topics.RAW, group, settings));
    }

    /**
     * What the signals job did; it reads {@code feedback.tagged}.
     *
     * @param work with watermarks, whose delay is told
     */
    public static DataStream<DocumentWrite> signals(
            DataStream<Work> work, JobSettings settings, String group) {
        return append(
                OperatorId.SIGNALS_WORK,
                OperatorId.SIGNALS_FIGURES,
                work,
                operator(Work.SIGNALS, Topics.TAGGED, group, settings));
    }

    private static FiguresOperator operator(
            String job, String topic, String group, JobSettings settings) {
        return new FiguresOperator(
                job, Backlog.of(settings.kafka(), topic, group), settings.observations());
    }

    private static DataStream<DocumentWrite> append(
            OperatorId gather,
            OperatorId figures,
            DataStream<Work> work,
            FiguresOperator operator) {
        TypeInformation<Work> type = TypeInformation.of(Work.class);
        return figures.on(
                gather.on(work.transform(gather.title(), type, new GatherWork()))
                        .transform(
                                figures.title(), TypeInformation.of(DocumentWrite.class), operator)
                        .setParallelism(1));
    }
}
