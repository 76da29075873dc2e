package io.throughline.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.transformations.KeyedBroadcastStateTransformation;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Runs one step of a job by itself, exactly as its stage appends it. */
public final class Harnesses {

    private Harnesses() {}

    /** The step, keyed as the stage keys it. */
    public static <K, I, O> KeyedOneInputStreamOperatorTestHarness<K, I, O> keyed(
            Function<DataStream<I>, SingleOutputStreamOperator<O>> stage,
            TypeInformation<I> input,
            TypeInformation<K> key)
            throws Exception {
        return keyed(stage, input, key, 1, 0);
    }

    /** One of several subtasks of the step. */
    @SuppressWarnings("unchecked") // the transformation has the types of the stage
    public static <K, I, O> KeyedOneInputStreamOperatorTestHarness<K, I, O> keyed(
            Function<DataStream<I>, SingleOutputStreamOperator<O>> stage,
            TypeInformation<I> input,
            TypeInformation<K> key,
            int parallelism,
            int subtask)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<I> nothing = env.fromData(List.<I>of(), input);
        OneInputTransformation<I, O> step =
                (OneInputTransformation<I, O>) stage.apply(nothing).getTransformation();
        KeyedOneInputStreamOperatorTestHarness<K, I, O> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        (StreamOperatorFactory<O>) step.getOperatorFactory(),
                        (KeySelector<I, K>) step.getStateKeySelector(),
                        key,
                        JobEnvironment.MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setup(step.getOutputType().createSerializer(env.getConfig().getSerializerConfig()));
        return harness;
    }

    /** The tagging step, with the id as key. */
    @SuppressWarnings("unchecked") // the transformation has the types of the stage
    public static <I, B, O> KeyedBroadcastOperatorTestHarness<String, I, B, O> broadcast(
            SingleOutputStreamOperator<O> step) throws Exception {
        var transformation =
                (KeyedBroadcastStateTransformation<String, I, B, O>) step.getTransformation();
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                transformation.getUserFunction(),
                                transformation.getBroadcastStateDescriptors()),
                        transformation.getKeySelector(),
                        Types.STRING,
                        JobEnvironment.MAX_PARALLELISM,
                        1,
                        0);
        harness.setup(
                step.getType()
                        .createSerializer(
                                step.getExecutionEnvironment().getConfig().getSerializerConfig()));
        return harness;
    }

    /** What came out since the last call. */
    public static <O> List<O> drain(AbstractStreamOperatorTestHarness<O> harness) {
        List<O> values = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return values;
    }

    /** What came out on the side since the last call. */
    public static <S> List<S> drain(
            AbstractStreamOperatorTestHarness<?> harness, OutputTag<S> tag) {
        Queue<StreamRecord<S>> side = harness.getSideOutput(tag);
        if (side == null) {
            return List.of();
        }
        List<S> values = side.stream().map(StreamRecord::getValue).toList();
        side.clear();
        return values;
    }
}
