package io.throughline.local.cli;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the channel that {@code ID|DIRECTORY|FILE.yaml} names. An id is looked for in {@code
 * channels/ID/} of the working directory first, so that a copy of a shipped channel can be worked
 * on under its own name, and then among the shipped ones.
 */
final class ChannelLocator {

    private static final String DEFINITION = "channel.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Where the sources of shipped channels are in a checkout. */
    private static final Path SOURCES = Path.of("connectors/channels/src/main/resources/channels");

    private final Path directory;
    private final Path home;

    /**
     * @param directory in which {@code channels/} is looked for
     * @param home directory of the launcher
     */
    ChannelLocator(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
    }

    /** As commands look. */
    static ChannelLocator here() {
        return new ChannelLocator(
                Path.of(""), Path.of(System.getProperty("throughline.home", ".")));
    }

    /**
     * The channel.
     *
     * @throws UserException when there is none of that name; says what is known
     * @throws io.throughline.yaml.YamlException when its definition cannot be used
     */
    LocatedChannel find(String name) throws IOException {
        Path path = directory.resolve(name);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return read(path);
        }
        if (ID.matcher(name).matches()) {
            Path own = folderOf(name).resolve(DEFINITION);
            if (Files.exists(own)) {
                return read(own);
            }
            Optional<LocatedChannel> shipped = shipped(name);
            if (shipped.isPresent()) {
                return shipped.get();
            }
        }
        if (Files.isDirectory(path)) {
            if (!Files.exists(path.resolve(DEFINITION))) {
                throw new UserException("there is no " + DEFINITION + " in " + name);
            }
            return read(path.resolve(DEFINITION));
        }
        throw new UserException(unknown(name));
    }

    /** Where a channel of the user's own is or would be: {@code channels/ID}. */
    Path folderOf(String id) {
        return directory.resolve("channels").resolve(id);
    }

    private Optional<LocatedChannel> shipped(String id) {
        Path source = home.resolve(SOURCES).resolve(id).resolve(DEFINITION);
        return ChannelCatalog.builtIn()
                .find(id)
                .map(
                        definition ->
                                new LocatedChannel(
                                        definition,
                                        Files.exists(source)
                                                ? Optional.of(source)
                                                : Optional.empty()));
    }

    private static LocatedChannel read(Path file) throws IOException {
        ChannelDefinition definition =
                ChannelDefinitions.read(file.toString(), Files.readString(file));
        return new LocatedChannel(definition, Optional.of(file));
    }

    private String unknown(String name) {
        return "there is no channel '"
                + name
                + "': no folder "
                + folderOf(name)
                + ", and shipped are "
                + String.join(
                        ", ",
                        ChannelCatalog.builtIn().all().stream().map(ChannelDefinition::id).toList())
                + ". A definition elsewhere is named by its folder or its .yaml file.";
    }
}
