package io.throughline.local.stack;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The unpacked Elasticsearch distribution, which is only read: configuration, data, logs and
 * temporary files are elsewhere, so one copy serves every data directory and every user.
 *
 * <p>The build unpacks it into {@code target/elasticsearch} of this module. It is looked for there,
 * unless the system property {@value #PROPERTY} names another place.
 */
record ElasticsearchHome(Path directory) {

    static final String PROPERTY = "throughline.elasticsearch.home";

    /**
     * Finds it.
     *
     * @throws StackException when it is not there
     */
    static ElasticsearchHome locate() {
        return locate(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of), target());
    }

    static ElasticsearchHome locate(Optional<Path> named, Path target) {
        if (named.isPresent()) {
            return unpackedIn(named.get())
                    .orElseThrow(
                            () ->
                                    new StackException(
                                            "The system property "
                                                    + PROPERTY
                                                    + " names "
                                                    + named.get()
                                                    + ", which holds no Elasticsearch: name the"
                                                    + " folder that has lib and modules in it."));
        }
        Path unpacked = target.resolve("elasticsearch");
        return children(unpacked)
                .map(ElasticsearchHome::unpackedIn)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(ElasticsearchHome::version))
                .orElseThrow(
                        () ->
                                new StackException(
                                        "Elasticsearch is not unpacked in "
                                                + unpacked
                                                + ": start with ./throughline, or run 'mvn compile'"
                                                + " once, which fetches it."));
    }

    private static Optional<ElasticsearchHome> unpackedIn(Path directory) {
        return Files.isDirectory(directory.resolve("lib"))
                        && Files.isDirectory(directory.resolve("modules"))
                ? Optional.of(new ElasticsearchHome(directory.toAbsolutePath().normalize()))
                : Optional.empty();
    }

    private Version version() {
        String name = directory.getFileName().toString();
        return Version.parse(name.substring(name.lastIndexOf('-') + 1));
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList().stream();
        } catch (IOException e) {
            throw new StackException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path target() {
        CodeSource source = ElasticsearchHome.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
        } catch (URISyntaxException e) {
            throw new StackException("The place of the program is not a path", e);
        }
    }

    Path libraries() {
        return directory.resolve("lib");
    }

    /** The jar with the classes that the server's JVM adds to its base module. */
    Path entitlementBridge() {
        Path folder = libraries().resolve("entitlement-bridge");
        return children(folder)
                .findFirst()
                .orElseThrow(() -> new StackException(folder + " is empty: unpack it again."));
    }
}
