package io.throughline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private static final KafkaSettings SECURED =
            new KafkaSettings(
                    "kafka.example:9093",
                    Map.of(
                            "security.protocol",
                            "SASL_SSL",
                            "sasl.jaas.config",
                            "password=\"not-to-be-shown\"",
                            "ssl.truststore.password",
                            "neither-this",
                            "acks",
                            "0"));

    @Test
    void passesSecurityToEveryClient() {
        assertThat(SECURED.producerProperties()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(SECURED.consumerProperties("g")).containsEntry("security.protocol", "SASL_SSL");
        assertThat(SECURED.adminProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "kafka.example:9093");
    }

    @Test
    void cannotBeTalkedOutOfDurableWritesAndCommittedReads() {
        KafkaSettings careless =
                new KafkaSettings(
                        "a:1",
                        Map.of(
                                "acks", "0",
                                "enable.idempotence", "false",
                                "isolation.level", "read_uncommitted",
                                "enable.auto.commit", "true"));

        assertThat(careless.producerProperties())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("max.request.size", "16777216");
        assertThat(careless.consumerProperties("g"))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .doesNotContainKey("auto.offset.reset");
    }

    @Test
    void showsNoSecret() {
        assertThat(SECURED.toString())
                .contains("kafka.example:9093", "SASL_SSL")
                .doesNotContain("not-to-be-shown", "neither-this");
    }

    @Test
    void saysWhichBrokerDoesNotAnswerAndWhatToCheck() {
        KafkaSettings nobody =
                new KafkaSettings(
                        "127.0.0.1:" + TestBroker.freePort(),
                        Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "400"));

        assertThatThrownBy(() -> TopicAdmin.ensure(nobody))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining(nobody.bootstrapServers())
                .hasMessageContaining("check that the broker runs");
    }

    @Test
    void saysThatAHostNameDoesNotResolve() {
        KafkaSettings nowhere = KafkaSettings.of("no-such-host.invalid:9092");

        assertThatThrownBy(() -> TopicAdmin.ensure(nowhere))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("no-such-host.invalid")
                .hasMessageContaining("resolve");
    }
}
