package io.throughline.pipeline.config;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.health.HealthRules;
import io.throughline.model.Hashes;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code channels} of {@code throughline.yaml}, and the definitions named there. */
final class ChannelsReader {

    private final Path directory;
    private final References references;
    private final ConfigFiles files;

    /** A definition and the text that changes with it. */
    private record Versioned(ChannelDefinition definition, String version) {}

    ChannelsReader(Path directory, References references, ConfigFiles files) {
        this.directory = directory;
        this.references = references;
        this.files = files;
    }

    List<ConfiguredChannel> read(YamlMap root) {
        ChannelCatalog catalog = ChannelCatalog.builtIn();
        List<ConfiguredChannel> channels = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap channel : root.maps("channels")) {
            channel.only("definition", "config", "secrets", "files", "health");
            String name = channel.requiredText("definition");
            definition(catalog, channel, name)
                    .ifPresent(
                            found -> {
                                String id = found.definition().id();
                                if (!ids.add(id)) {
                                    channel.error(
                                            "definition", "channel '" + id + "' is there already");
                                }
                                channels.add(configured(channel, found));
                            });
        }
        return channels;
    }

    private ConfiguredChannel configured(YamlMap channel, Versioned found) {
        List<String> paths =
                channel.texts("files").stream()
                        .map(file -> references.resolve(channel, "files", file))
                        .filter(file -> !file.isBlank())
                        .map(file -> directory.resolve(file).normalize().toString())
                        .toList();
        Map<String, String> config = texts(channel, "config");
        Map<String, String> secrets = texts(channel, "secrets");
        HealthRules health = HealthReader.read(channel);
        String all = String.join("\n", found.version(), paths.toString(), health.toString());
        return new ConfiguredChannel(
                found.definition(),
                config,
                secrets,
                paths,
                health,
                Hashes.sha256(all + config + secrets));
    }

    private Map<String, String> texts(YamlMap channel, String key) {
        return channel.map(key).map(references::texts).orElse(Map.of());
    }

    private Optional<Versioned> definition(ChannelCatalog catalog, YamlMap channel, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        Path own = directory.resolve("channels").resolve(name).resolve("channel.yaml");
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return read(channel, directory.resolve(name));
        }
        if (files.exists(own)) {
            return read(channel, own);
        }
        Optional<ChannelDefinition> shipped = catalog.find(name);
        if (shipped.isEmpty()) {
            channel.error(
                    "definition",
                    "no channel '"
                            + name
                            + "': there is no "
                            + own
                            + ", and none of that id is shipped; a file is named with .yaml");
        }
        return shipped.map(definition -> new Versioned(definition, name));
    }

    private Optional<Versioned> read(YamlMap channel, Path path) {
        try {
            ChannelDefinition read = ChannelDefinitions.read(path.toString(), files.read(path));
            return Optional.of(new Versioned(read, files.version(path)));
        } catch (IOException e) {
            channel.error("definition", "the file " + path + " cannot be read");
            return Optional.empty();
        }
    }
}
