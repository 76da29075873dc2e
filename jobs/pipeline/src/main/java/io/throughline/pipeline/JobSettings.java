package io.throughline.pipeline;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.pipeline.io.StartFrom;
import java.io.Serializable;
import java.time.Duration;

/**
 * What every job needs to know of its surroundings.
 *
 * @param kafka where the topics are
 * @param elasticsearch where the documents go
 * @param start where the topics are read from
 * @param transactionTimeout of the Kafka transactions of a checkpoint
 * @param observations whether the jobs write what they observe of themselves
 */
public record JobSettings(
        KafkaSettings kafka,
        ElasticsearchSettings elasticsearch,
        StartFrom start,
        Duration transactionTimeout,
        Observations observations)
        implements Serializable {

    /** Settings of jobs that write what they observe of themselves. */
    public JobSettings(
            KafkaSettings kafka,
            ElasticsearchSettings elasticsearch,
            StartFrom start,
            Duration transactionTimeout) {
        this(kafka, elasticsearch, start, transactionTimeout, Observations.WRITTEN);
    }

    /** The same with other observations. */
    public JobSettings observing(Observations others) {
        return new JobSettings(kafka, elasticsearch, start, transactionTimeout, others);
    }
}
