package io.throughline.pipeline.config;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.health.HealthRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A channel that is switched on.
 *
 * @param definition how its payloads are fetched and read
 * @param config values for {@code ${config.NAME}} in the definition
 * @param secrets values for {@code ${secret.NAME}} in the definition
 * @param files files, folders or globs, absolute; for channels that read files
 * @param health when the channel is not well
 * @param version of all of the above: another text when any of it changed
 */
public record ConfiguredChannel(
        ChannelDefinition definition,
        Map<String, String> config,
        Map<String, String> secrets,
        List<String> files,
        HealthRules health,
        String version) {

    public ConfiguredChannel {
        config = Map.copyOf(config);
        secrets = Map.copyOf(secrets);
        files = List.copyOf(files);
    }

    /** A channel that stays as it is, with the usual rules of health. */
    public ConfiguredChannel(
            ChannelDefinition definition,
            Map<String, String> config,
            Map<String, String> secrets,
            List<String> files) {
        this(definition, config, secrets, files, HealthRules.DEFAULT, "");
    }

    /** The same channel reading other files. */
    public ConfiguredChannel withFiles(List<String> others) {
        return new ConfiguredChannel(definition, config, secrets, others, health, version);
    }

    /** The values of the definition's references by their full names, e.g. {@code config.appId}. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        config.forEach((name, value) -> values.put("config." + name, value));
        secrets.forEach((name, value) -> values.put("secret." + name, value));
        return values;
    }

    /** Names of secrets, never their values. */
    @Override
    public String toString() {
        return "ConfiguredChannel["
                + definition.id()
                + " config "
                + new TreeMap<>(config).keySet()
                + " secrets "
                + new TreeMap<>(secrets).keySet()
                + " files "
                + files
                + "]";
    }
}
