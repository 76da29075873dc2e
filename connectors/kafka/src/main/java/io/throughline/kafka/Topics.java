package io.throughline.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics of the system and how they are kept.
 *
 * <p>All topics are stamped by the broker ({@code LogAppendTime}): retention counts from arrival,
 * so feedback that tells of an event years ago is kept as long as any other, and a time in the
 * future is no reason for the broker to refuse a record.
 */
public final class Topics {

    /** Bytes as they came in, one envelope a record, keyed by source: order holds per source. */
    public static final String RAW = "feedback.raw";

    /** Tagged feedback, keyed by feedback id: a changelog of revisions and deletes. */
    public static final String TAGGED = "feedback.tagged";

    /** Records that could not go on, with their original bytes and the reason. */
    public static final String DEAD_LETTER = "feedback.dead-letter";

    /** Changes of the counts of each channel; their sum is the balance, so none is ever removed. */
    public static final String TALLY = "feedback.tally";

    /** What people say the tags should be, keyed by feedback id. */
    public static final String CORRECTIONS = "feedback.corrections";

    /**
     * Versions of the model that learns, keyed by number: with {@link #RAW} and {@link
     * #CORRECTIONS} all that the tags follow from, so none is ever removed.
     */
    public static final String MODELS = "feedback.models";

    /** How each channel is doing, keyed by source: a word a minute, and when its state changes. */
    public static final String CHANNEL_HEALTH = "feedback.channel-health";

    /**
     * Alerts, keyed by id: each change of one, so the last record of an id is what it is now. The
     * same version may be there more than once.
     */
    public static final String ALERTS = "feedback.alerts";

    /**
     * What people and the configuration tell the detectors, keyed by command id. One partition,
     * because their order counts, and never removed, because a replay needs them all.
     */
    public static final String ALERT_COMMANDS = "feedback.alert-commands";

    /**
     * What each receiver was told of each alert last, keyed by both; with it nobody is told twice,
     * also after a restart. What could not be delivered is there with its reason.
     */
    public static final String DELIVERIES = "feedback.deliveries";

    /** How long words on the health of channels are kept: 7 days from their arrival. */
    public static final Duration HEALTH_RETENTION = Duration.ofDays(7);

    /** Largest record, in bytes, that topics and clients carry: 16 MiB. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    /**
     * How long raw, tagged and dead-lettered records, corrections and alerts are kept: 90 days from
     * their arrival.
     */
    public static final Duration RETENTION = Duration.ofDays(90);

    /** Partitions of the topics that carry feedback. */
    public static final int PARTITIONS = 4;

    private Topics() {}

    /** All topics with their partitions and configuration. */
    public static List<TopicSpec> all() {
        return List.of(
                new TopicSpec(RAW, PARTITIONS, large(RETENTION)),
                new TopicSpec(TAGGED, PARTITIONS, large(RETENTION)),
                new TopicSpec(DEAD_LETTER, PARTITIONS, large(RETENTION)),
                new TopicSpec(TALLY, 1, kept()),
                new TopicSpec(CORRECTIONS, PARTITIONS, large(RETENTION)),
                new TopicSpec(MODELS, 1, compacted()),
                new TopicSpec(CHANNEL_HEALTH, 1, large(HEALTH_RETENTION)),
                new TopicSpec(ALERTS, 1, large(RETENTION)),
                new TopicSpec(ALERT_COMMANDS, 1, kept()),
                new TopicSpec(DELIVERIES, 1, compacted()));
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_RECORD_BYTES));
    }

    private static Map<String, String> kept() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1");
    }

    private static Map<String, String> large(Duration retention) {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_RECORD_BYTES));
    }
}
