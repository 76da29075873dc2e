package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private final Properties settings =
            new KafkaSettings(19_092, 19_093, Path.of("/data/kafka")).properties();

    @Test
    void kafkaItselfTakesThem() {
        assertThat(new KafkaConfig(settings)).isNotNull();
    }

    @Test
    void everyListenerIsOnTheLoopback() {
        assertThat(settings.getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
        assertThat(settings.getProperty("advertised.listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092");
    }

    @Test
    void aTransactionOutlivesAWeekendAndALargePayloadFits() {
        assertThat(settings.getProperty("transaction.max.timeout.ms")).isEqualTo("604800000");
        assertThat(settings.getProperty("message.max.bytes")).isEqualTo("16842752");
    }

    @Test
    void oneBrokerIsEnoughForEveryInternalTopic() {
        assertThat(settings)
                .containsEntry("offsets.topic.replication.factor", "1")
                .containsEntry("transaction.state.log.replication.factor", "1")
                .containsEntry("transaction.state.log.min.isr", "1")
                .containsEntry("share.coordinator.state.topic.replication.factor", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }
}
