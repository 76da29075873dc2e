package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import io.throughline.channels.file.FileOrigin;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Payloads of our own making in the formats' real shapes, and short ways to read them. */
public final class Fixtures {

    /** When every envelope of a test was observed. */
    public static final Instant OBSERVED = Instant.parse("2026-03-10T00:00:00Z");

    public static final AuthorKeys AUTHORS =
            new AuthorKeys("a secret of tests".getBytes(StandardCharsets.UTF_8));

    private static final ChannelCatalog BUILT_IN = ChannelCatalog.builtIn();

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/channels"), Path.of("src/test/resources/channels"));

    private Fixtures() {}

    /** The definition of that id that is only for tests, else the built-in one. */
    public static ChannelDefinition definition(String id) {
        Path own = FOLDERS.get(1).resolve(id).resolve("channel.yaml");
        return Files.exists(own)
                ? ChannelDefinitions.read("channel.yaml", text(own))
                : BUILT_IN.find(id).orElseThrow();
    }

    /** All fixtures of all channels, sorted. */
    public static List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.getParent().endsWith("fixtures"))
                        .filter(file -> !file.toString().endsWith(".expected"))
                        .forEach(all::add);
            }
        }
        return all.stream().sorted().toList();
    }

    /** Every definition there is, shipped or for tests, sorted. */
    public static List<Path> definitionFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.endsWith("channel.yaml")).forEach(all::add);
            }
        }
        return all.stream().sorted().toList();
    }

    /** The channel id that a fixture belongs to. */
    public static String channelOf(Path fixture) {
        return fixture.getParent().getParent().getFileName().toString();
    }

    public static ChannelParser parser(String id) {
        return new ChannelParser(definition(id), AUTHORS);
    }

    /**
     * @param name {@code ID/FILE}
     */
    public static Path path(String name) {
        String id = name.substring(0, name.indexOf('/'));
        String file = id + "/fixtures/" + name.substring(id.length() + 1);
        return FOLDERS.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An envelope that was posted or polled: no file, no time from outside. */
    public static RawEnvelope envelope(String id, byte[] payload) {
        return new RawEnvelope(id, OBSERVED, null, null, "test", 0, Map.of(), -1, payload);
    }

    public static RawEnvelope envelope(String id, String payload) {
        return envelope(id, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The envelopes of a file, observed at {@link #OBSERVED}. */
    public static List<Positioned> envelopes(
            ChannelDefinition definition, String fileName, byte[] bytes) {
        return envelopes(definition, fileName, bytes, 0);
    }

    public static List<Positioned> envelopes(
            ChannelDefinition definition, String fileName, byte[] bytes, long startOffset) {
        FileOrigin file = new FileOrigin("folder/" + fileName, fileName, OBSERVED, null);
        List<Positioned> all = new ArrayList<>();
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(
                        definition, file, new ByteArrayInputStream(bytes), startOffset)) {
            for (Optional<Positioned> next = envelopes.next();
                    next.isPresent();
                    next = envelopes.next()) {
                all.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The outcomes of a whole file. */
    public static List<Outcome> outcomes(String id, String fileName, byte[] bytes) {
        ChannelDefinition definition = definition(id);
        ChannelParser parser = new ChannelParser(definition, AUTHORS);
        return envelopes(definition, fileName, bytes).stream()
                .flatMap(positioned -> parser.parse(positioned.envelope()).stream())
                .toList();
    }

    public static List<Outcome> outcomes(String id, String fileName) {
        return outcomes(id, fileName, bytes(id + "/" + fileName));
    }

    /** The one feedback of outcomes. */
    public static Feedback only(List<Outcome> outcomes) {
        if (outcomes.size() != 1) {
            throw new AssertionError("one outcome is due: " + outcomes.size());
        }
        if (outcomes.get(0) instanceof Outcome.Accepted accepted) {
            return accepted.feedback();
        }
        throw new AssertionError(OutcomeLine.of(outcomes.get(0)));
    }
}
