package io.throughline.pipeline.io;

import io.throughline.kafka.Topics;
import io.throughline.model.DeadLetter;
import io.throughline.wire.Codecs;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Encodes dead letters for their topic, and counts them. */
public final class CountedDeadLetters extends RichMapFunction<DeadLetter, TopicWrite> {

    private static final long serialVersionUID = 1L;

    private transient DeadLetterCounts counts;

    @Override
    public void open(OpenContext context) {
        counts = new DeadLetterCounts(getRuntimeContext().getMetricGroup());
    }

    @Override
    public TopicWrite map(DeadLetter letter) {
        counts.add(letter.source(), letter.reason());
        return new TopicWrite(
                Topics.DEAD_LETTER, letter.source(), Codecs.DEAD_LETTER.encode(letter));
    }
}
