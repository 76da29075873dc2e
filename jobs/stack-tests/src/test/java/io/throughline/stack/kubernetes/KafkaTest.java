package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kafka.TopicSpec;
import io.throughline.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics, users and settings of the brokers are those that the parts count on. */
class KafkaTest {

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTopicsAreThoseOfTheProgram(Manifests manifests) {
        Map<String, TopicSpec> expected =
                Topics.all().stream().collect(Collectors.toMap(TopicSpec::name, topic -> topic));
        Map<String, TopicSpec> topics = new TreeMap<>();
        manifests
                .kind("KafkaTopic")
                .forEach(
                        topic -> {
                            Map<String, String> config =
                                    Yamls.JSON.convertValue(
                                            topic.at("/spec/config"), Selector.LABELS);
                            topics.put(
                                    Manifests.name(topic),
                                    new TopicSpec(
                                            Manifests.name(topic),
                                            topic.at("/spec/partitions").asInt(),
                                            config));
                        });
        assertThat(topics).isEqualTo(new TreeMap<>(expected));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyBrokerSettingIsOneOfKafkasAndFits(Manifests manifests) {
        ConfigDef known = KafkaConfig.configDef();
        JsonNode config = manifests.named("Kafka", "throughline").at("/spec/kafka/config");
        assertThat(config.size()).isPositive();
        config.fields()
                .forEachRemaining(
                        entry -> {
                            assertThat(known.names()).contains(entry.getKey());
                            ConfigDef.ConfigKey key = known.configKeys().get(entry.getKey());
                            Object value =
                                    ConfigDef.parseType(
                                            key.name, entry.getValue().asText(), key.type);
                            if (key.validator != null) {
                                key.validator.ensureValid(key.name, value);
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void copiesFitTheBrokersThereAre(Manifests manifests) {
        JsonNode config = manifests.named("Kafka", "throughline").at("/spec/kafka/config");
        int brokers = manifests.named("KafkaNodePool", "broker").at("/spec/replicas").asInt();

        for (String copies :
                List.of(
                        "default.replication.factor",
                        "offsets.topic.replication.factor",
                        "transaction.state.log.replication.factor")) {
            assertThat(config.path(copies).asInt()).as(copies).isEqualTo(brokers);
        }
        for (String least : List.of("min.insync.replicas", "transaction.state.log.min.isr")) {
            assertThat(config.path(least).asInt()).as(least).isEqualTo(brokers == 1 ? 1 : 2);
        }
        assertThat(config.path("auto.create.topics.enable").asBoolean(true)).isFalse();
        assertThat(config.path("message.max.bytes").asInt())
                .isGreaterThanOrEqualTo(Topics.MAX_RECORD_BYTES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theUsersHaveTheAccessOfTheTable(Manifests manifests) {
        Set<String> access = new TreeSet<>();
        manifests
                .kind("KafkaUser")
                .forEach(
                        user -> {
                            assertThat(user.at("/spec/authentication/type").asText())
                                    .isEqualTo(listenerAuthentication(manifests));
                            for (JsonNode acl : user.at("/spec/authorization/acls")) {
                                JsonNode resource = acl.path("resource");
                                for (JsonNode operation : acl.path("operations")) {
                                    access.add(
                                            new KafkaAccess(
                                                            Manifests.name(user),
                                                            resource.path("type").asText(),
                                                            resource.path("patternType").asText(),
                                                            resource.path("name").asText(),
                                                            operation.asText())
                                                    .toString());
                                }
                            }
                        });
        assertThat(access)
                .isEqualTo(
                        KafkaAccess.table().stream()
                                .map(KafkaAccess::toString)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPartThatSpeaksToKafkaDoesSoAsItself(Manifests manifests) {
        Set<String> speaking = new TreeSet<>();
        for (Secrets.Key key : Secrets.used(manifests)) {
            if ("sasl.jaas.config".equals(key.key())) {
                assertThat(key.by()).endsWith(" " + key.secret());
                speaking.add(key.secret());
            }
        }
        assertThat(speaking).isEqualTo(new TreeSet<>(manifests.names("KafkaUser")));
    }

    @Test
    void theTableNamesTopicsThatThereAre() {
        Set<String> topics = Topics.all().stream().map(TopicSpec::name).collect(Collectors.toSet());

        assertThat(KafkaAccess.table())
                .filteredOn(access -> access.type().equals("topic"))
                .isNotEmpty()
                .allMatch(access -> topics.contains(access.name()))
                .noneMatch(access -> access.operation().equals("Create"));
    }

    private static String listenerAuthentication(Manifests manifests) {
        return manifests
                .named("Kafka", "throughline")
                .at("/spec/kafka/listeners/0/authentication/type")
                .asText();
    }
}
