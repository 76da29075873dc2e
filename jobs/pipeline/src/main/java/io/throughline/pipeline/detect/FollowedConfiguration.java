package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.kafka.KafkaSettings;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ThroughlineConfig;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alert rules and journey map as the configuration's file changes while the job runs: what changed
 * is written as commands, and comes back to the watches as every command does. What cannot be used
 * leaves the last good one in force; what cannot be written is written later.
 */
public final class FollowedConfiguration implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FollowedConfiguration.class);

    private final ConfigWatch watch;
    private final Publisher publisher;
    private transient ThroughlineConfig due;

    FollowedConfiguration(ConfigWatch watch, Publisher publisher) {
        this.watch = watch;
        this.publisher = publisher;
    }

    /** A configuration whose commands go to a broker. */
    public static FollowedConfiguration of(ConfigWatch watch, KafkaSettings kafka) {
        return new FollowedConfiguration(
                watch, config -> ConfiguredCommands.publish(kafka, config, Clock.systemUTC()));
    }

    /** Writes what differs from what was said last. */
    interface Publisher extends Function<ThroughlineConfig, List<AlertCommand>>, Serializable {}

    void look() {
        try {
            watch.changed().ifPresent(config -> due = config);
            if (due != null) {
                for (AlertCommand command : publisher.apply(due)) {
                    LOG.info("{} counts from {} on", command.id(), command.from());
                }
                due = null;
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("Rules of alerts and the journey map stay as they are", e);
        }
    }
}
