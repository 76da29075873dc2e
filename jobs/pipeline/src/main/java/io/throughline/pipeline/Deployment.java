package io.throughline.pipeline;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import io.throughline.pipeline.detect.ConfiguredCommands;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job on a Flink cluster of its own: {@code --config FILE} to what the job is defined with. */
public final class Deployment {

    private final ThroughlineConfig config;
    private final ConfigWatch watch;
    private final StreamExecutionEnvironment environment;

    private Deployment(
            ThroughlineConfig config, ConfigWatch watch, StreamExecutionEnvironment environment) {
        this.config = config;
        this.watch = watch;
        this.environment = environment;
    }

    /**
     * Reads the arguments of a job's {@code main}.
     *
     * @throws IllegalArgumentException when they are not {@code --config FILE}, or the file lacks
     *     what a cluster needs
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when the file cannot be used
     */
    public static Deployment read(String... arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            throw new IllegalArgumentException("the arguments are --config FILE");
        }
        ThroughlineConfig config =
                ThroughlineConfigReader.read(Path.of(arguments[1]), System::getenv);
        if (config.kafka().isEmpty() || config.elasticsearch().isEmpty()) {
            throw new IllegalArgumentException(
                    arguments[1] + " must say where Kafka and Elasticsearch are");
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        environment.configure(
                JobEnvironment.configure(
                        Configuration.fromMap(environment.getConfiguration().toMap())),
                Deployment.class.getClassLoader());
        return new Deployment(config, new ConfigWatch(Path.of(arguments[1])), environment);
    }

    /** Where the job's operators are added. */
    public StreamExecutionEnvironment environment() {
        return environment;
    }

    /** What every job needs to know. */
    public JobSettings settings() {
        boolean restored =
                environment
                        .getConfiguration()
                        .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                        .isPresent();
        return new JobSettings(
                config.kafka().orElseThrow(),
                config.elasticsearch().orElseThrow(),
                restored ? StartFrom.STATE : StartFrom.BEGINNING,
                KafkaOutputs.TRANSACTION_TIMEOUT);
    }

    /** The channels that are switched on. */
    public List<ConfiguredChannel> channels() {
        return config.channels();
    }

    /** Tells of changes of the configuration, where its file is under the same path. */
    public ConfigWatch watch() {
        return watch;
    }

    /**
     * How envelopes are read.
     *
     * @throws IllegalArgumentException when the configuration has no key for authors: one made here
     *     would be another on every subtask and after every restart
     */
    public ChannelSettings channelSettings() {
        String key =
                config.authorKey()
                        .filter(text -> !text.isBlank())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "privacy.authorKey must be set on a cluster"));
        return new ChannelSettings(
                        definitions(config), new AuthorKeys(key.getBytes(StandardCharsets.UTF_8)))
                .following(watch.definitions());
    }

    /** How feedback is rolled up. */
    public SignalSettings signals() {
        return config.signals();
    }

    /** Tells the watches of the rules and the journey map; answers how their clock is set. */
    public WatchSettings alerts() {
        ConfiguredCommands.publish(config.kafka().orElseThrow(), config, Clock.systemUTC());
        return WatchSettings.DEFAULT.withOutOfOrderness(config.alerts().outOfOrderness());
    }

    /** How feedback is tagged. */
    public TaggingSettings tagging() {
        return config.tagging();
    }

    /** Every shipped channel, since topics may hold envelopes of one switched off, and ours. */
    public static List<ChannelDefinition> definitions(ThroughlineConfig config) {
        Map<String, ChannelDefinition> definitions = new LinkedHashMap<>();
        ChannelCatalog.builtIn().all().forEach(d -> definitions.put(d.id(), d));
        config.channels().forEach(c -> definitions.put(c.definition().id(), c.definition()));
        return List.copyOf(definitions.values());
    }
}
