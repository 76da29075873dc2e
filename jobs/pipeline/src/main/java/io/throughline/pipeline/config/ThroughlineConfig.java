package io.throughline.pipeline.config;

import io.throughline.alert.AlertRules;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.util.List;
import java.util.Optional;

/**
 * {@code throughline.yaml}, read by {@link ThroughlineConfigReader}.
 *
 * @param kafka empty when the embedded broker is to be used
 * @param elasticsearch empty when the embedded node is to be used
 * @param channels that are switched on
 * @param tagging engines and journey map
 * @param signals how feedback is rolled up
 * @param authorKey secret of the author keys; empty when the installation's own is to be used
 * @param gateway address of the receiver of push channels
 * @param console address of the live page
 * @param alerts how alerts are decided
 */
public record ThroughlineConfig(
        Optional<KafkaSettings> kafka,
        Optional<ElasticsearchSettings> elasticsearch,
        List<ConfiguredChannel> channels,
        TaggingSettings tagging,
        SignalSettings signals,
        Optional<String> authorKey,
        Address gateway,
        Address console,
        AlertRules alerts) {

    public ThroughlineConfig {
        channels = List.copyOf(channels);
    }

    /** A configuration with the usual rules of alerts. */
    public ThroughlineConfig(
            Optional<KafkaSettings> kafka,
            Optional<ElasticsearchSettings> elasticsearch,
            List<ConfiguredChannel> channels,
            TaggingSettings tagging,
            SignalSettings signals,
            Optional<String> authorKey,
            Address gateway,
            Address console) {
        this(
                kafka,
                elasticsearch,
                channels,
                tagging,
                signals,
                authorKey,
                gateway,
                console,
                AlertRules.DEFAULT);
    }

    /**
     * Where a server listens.
     *
     * @param host loopback unless told otherwise
     * @param port 0 for any free one
     */
    public record Address(String host, int port) {}

    /** The same configuration with other channels. */
    public ThroughlineConfig withChannels(List<ConfiguredChannel> others) {
        return new ThroughlineConfig(
                kafka,
                elasticsearch,
                others,
                tagging,
                signals,
                authorKey,
                gateway,
                console,
                alerts);
    }

    /** The same configuration with gateway and live page at other addresses. */
    public ThroughlineConfig withAddresses(Address otherGateway, Address otherConsole) {
        return new ThroughlineConfig(
                kafka,
                elasticsearch,
                channels,
                tagging,
                signals,
                authorKey,
                otherGateway,
                otherConsole,
                alerts);
    }
}
