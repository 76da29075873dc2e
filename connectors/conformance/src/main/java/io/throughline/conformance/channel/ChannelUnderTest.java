package io.throughline.conformance.channel;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel and the payloads that show what it can do.
 *
 * @param yaml text of the definition; empty when it was made in Java
 * @param fixtures sorted by name
 * @param notes what the fixtures cannot say by themselves
 */
public record ChannelUnderTest(
        ChannelDefinition definition,
        Optional<ChannelYaml> yaml,
        List<Fixture> fixtures,
        KitNotes notes) {

    /** Name of the definition in a channel's folder. */
    public static final String DEFINITION = "channel.yaml";

    /** Name of the folder of fixtures beside the definition. */
    public static final String FIXTURES = "fixtures";

    public ChannelUnderTest {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(yaml, "yaml");
        Objects.requireNonNull(notes, "notes");
        fixtures = List.copyOf(fixtures);
    }

    /**
     * The channel of a folder: {@code channel.yaml}, and {@code fixtures/} beside it.
     *
     * @throws io.throughline.yaml.YamlException when the definition cannot be used
     * @throws IOException when it cannot be read
     */
    public static ChannelUnderTest ofFolder(Path folder) throws IOException {
        return ofFile(folder.resolve(DEFINITION));
    }

    /**
     * The channel of a definition of any name, with {@code fixtures/} beside it.
     *
     * @throws io.throughline.yaml.YamlException when the definition cannot be used
     * @throws IOException when it cannot be read
     */
    public static ChannelUnderTest ofFile(Path file) throws IOException {
        ChannelYaml yaml = new ChannelYaml(file.toString(), Files.readString(file));
        Path fixtures = file.toAbsolutePath().resolveSibling(FIXTURES);
        return of(yaml, FixtureFiles.read(fixtures));
    }

    /**
     * A channel on the class path: {@code channels/ID/channel.yaml} and its fixtures.
     *
     * @throws IllegalArgumentException when there is none of that id
     */
    public static ChannelUnderTest shipped(String id) throws IOException {
        String folder = "channels/" + id;
        ChannelYaml yaml =
                new ChannelYaml(
                        folder + "/" + DEFINITION,
                        ClassPathFolder.text(folder + "/" + DEFINITION)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "there is no channel "
                                                                + id
                                                                + " on the class path; known are "
                                                                + ids())));
        return of(yaml, ClassPathFolder.with(folder + "/" + FIXTURES, FixtureFiles::read));
    }

    /** A channel with the fixtures that are on the class path, in {@code channels/ID/fixtures}. */
    public static ChannelUnderTest of(ChannelDefinition definition) throws IOException {
        FixtureFiles files =
                ClassPathFolder.with(
                        "channels/" + definition.id() + "/" + FIXTURES, FixtureFiles::read);
        return new ChannelUnderTest(definition, Optional.empty(), files.fixtures(), files.notes());
    }

    /** A channel with fixtures from wherever. */
    public static ChannelUnderTest of(ChannelDefinition definition, List<Fixture> fixtures) {
        return new ChannelUnderTest(definition, Optional.empty(), fixtures, KitNotes.NONE);
    }

    private static ChannelUnderTest of(ChannelYaml yaml, FixtureFiles files) {
        return new ChannelUnderTest(
                ChannelDefinitions.read(yaml.name(), yaml.text()),
                Optional.of(yaml),
                files.fixtures(),
                files.notes());
    }

    private static List<String> ids() {
        return ChannelCatalog.builtIn().all().stream().map(ChannelDefinition::id).toList();
    }
}
