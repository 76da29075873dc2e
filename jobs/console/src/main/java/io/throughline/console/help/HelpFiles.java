package io.throughline.console.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which guides there are: what the build packed, be it in a jar or a folder of classes. */
final class HelpFiles {

    private static final String SUFFIX = ".md";

    /** A guide that was always there. */
    private static final String KNOWN = "/help/operations.md";

    /** What somebody new reads first; others follow by name, those in folders last. */
    private static final List<String> FIRST =
            List.of(
                    "README",
                    "first-hour",
                    "walk-through",
                    "journey-map",
                    "channels",
                    "add-a-channel",
                    "alerts",
                    "receivers",
                    "access",
                    "operations");

    private HelpFiles() {}

    /** Ids of all guides in the order of the contents. */
    static List<String> ids() {
        URL known = HelpFiles.class.getResource(KNOWN);
        if (known == null) {
            return List.of();
        }
        try {
            URI uri = known.toURI();
            if (!uri.getScheme().equals("jar")) {
                return in(Path.of(uri).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return in(jar.getPath("/help"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(known + " is no address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> folder.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .map(file -> file.replace('\\', '/').replace('/', ':'))
                    .sorted(
                            Comparator.comparing((String id) -> id.indexOf(':') >= 0)
                                    .thenComparing(HelpFiles::rank)
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static int rank(String id) {
        int rank = FIRST.indexOf(id);
        return rank < 0 ? FIRST.size() : rank;
    }
}
