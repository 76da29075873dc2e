package io.throughline.kafka;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where Kafka is and how its clients speak to it. Serializers are left to whoever opens a client.
 *
 * @param bootstrapServers {@code host:port}, several parted by commas
 * @param properties further client properties by Kafka's names, such as {@code security.protocol},
 *     {@code sasl.jaas.config} or {@code ssl.truststore.location}; they win over ours, save those
 *     that delivery without loss rests on
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties)
        implements Serializable {

    private static final int MAX_PARTITION_FETCH_BYTES = 256 * 1024;

    public KafkaSettings {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers");
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("the bootstrap servers of Kafka are empty");
        }
        properties = Map.copyOf(properties);
    }

    /** Settings of a broker without TLS or credentials. */
    public static KafkaSettings of(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, Map.of());
    }

    /** Properties of a producer that loses and doubles nothing within its session. */
    public Properties producerProperties() {
        Properties producer = new Properties();
        producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        producer.putAll(properties);
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, size());
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return withServers(producer);
    }

    /**
     * Properties of a consumer that sees committed records only and commits nothing by itself. What
     * to do without a committed offset is left to the caller.
     */
    public Properties consumerProperties(String group) {
        Properties consumer = new Properties();
        consumer.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Integer.toString(MAX_PARTITION_FETCH_BYTES));
        consumer.putAll(properties);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return withServers(consumer);
    }

    /** Properties of an admin client that gives up after ten seconds. */
    public Properties adminProperties() {
        Properties admin = new Properties();
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        admin.putAll(properties);
        return withServers(admin);
    }

    /** Names only where a value may be a secret. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        properties.forEach((key, value) -> shown.put(key, harmless(key) ? value : "(hidden)"));
        return "KafkaSettings[" + bootstrapServers + " " + shown + "]";
    }

    private static boolean harmless(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                || name.equals("sasl.mechanism")
                || name.endsWith(".location")
                || name.endsWith(".ms")
                || name.endsWith(".bytes");
    }

    private Properties withServers(Properties client) {
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return client;
    }

    private static String size() {
        return Integer.toString(Topics.MAX_RECORD_BYTES);
    }
}
