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
 */
public record JobSettings(
        KafkaSettings kafka,
        ElasticsearchSettings elasticsearch,
        StartFrom start,
        Duration transactionTimeout)
        implements Serializable {}
