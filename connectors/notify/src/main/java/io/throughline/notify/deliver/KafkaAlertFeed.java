package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicFollower;
import io.throughline.kafka.Topics;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts as they are in {@link Topics#ALERTS}. */
public final class KafkaAlertFeed implements AlertFeed {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaAlertFeed.class);

    private final TopicFollower follower;

    private KafkaAlertFeed(TopicFollower follower) {
        this.follower = follower;
    }

    /** The feed of the broker of the settings. */
    public static KafkaAlertFeed open(KafkaSettings settings) {
        return new KafkaAlertFeed(TopicFollower.open(settings, Topics.ALERTS));
    }

    @Override
    public List<Alert> next(Duration longest) {
        List<Alert> alerts = new ArrayList<>();
        for (StoredRecord record : follower.next(longest)) {
            try {
                if (record.value() != null) {
                    alerts.add(Codecs.ALERT.decode(record.value()));
                }
            } catch (WireFormatException e) {
                LOG.error("{} is no alert: {}", record, e.getMessage());
            }
        }
        return alerts;
    }

    @Override
    public boolean caughtUp() {
        return follower.caughtUp();
    }

    @Override
    public void close() {
        follower.close();
    }
}
