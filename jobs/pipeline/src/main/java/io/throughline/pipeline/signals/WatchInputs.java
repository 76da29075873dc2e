package io.throughline.pipeline.signals;

import io.throughline.kafka.Topics;
import io.throughline.model.ChannelHealth;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.detect.Clocks;
import io.throughline.pipeline.detect.CommandReader;
import io.throughline.pipeline.detect.DeadLetterReader;
import io.throughline.pipeline.detect.Word;
import io.throughline.pipeline.io.KafkaInputs;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the watches are told beside feedback. Only words on health tell them the time. */
final class WatchInputs {

    private WatchInputs() {}

    static DataStream<Word> words(
            StreamExecutionEnvironment env,
            JobSettings settings,
            DataStream<ChannelHealth> health) {
        DataStream<Word> told =
                OperatorId.SIGNALS_HEALTH_WORDS.on(
                        health.map(Word::of)
                                .returns(TypeInformation.of(Word.class))
                                .setParallelism(1));
        return told.union(
                read(
                        env,
                        settings,
                        OperatorId.SIGNALS_DEAD_LETTERS,
                        Topics.DEAD_LETTER,
                        SignalsJob.NAME + "-dead-letters",
                        new DeadLetterReader()),
                read(
                        env,
                        settings,
                        OperatorId.SIGNALS_COMMANDS,
                        Topics.ALERT_COMMANDS,
                        SignalsJob.COMMANDS_GROUP,
                        new CommandReader()));
    }

    private static DataStream<Word> read(
            StreamExecutionEnvironment env,
            JobSettings settings,
            OperatorId operator,
            String topic,
            String group,
            KafkaRecordDeserializationSchema<Word> reader) {
        return operator.on(
                env.fromSource(
                                KafkaInputs.addedTopic(settings.kafka(), topic, group, reader),
                                Clocks.none(),
                                operator.title(),
                                TypeInformation.of(Word.class))
                        .setParallelism(1));
    }
}
