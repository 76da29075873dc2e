package io.throughline.conformance.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A folder on the class path, in a directory or in a jar. */
final class ClassPathFolder {

    /** Reads a folder. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Path folder) throws IOException;
    }

    private ClassPathFolder() {}

    /** What the reader makes of the folder; of a path that does not exist when there is none. */
    static <T> T with(String name, Reader<T> reader) throws IOException {
        URL url = loader().getResource(name);
        if (url == null) {
            return reader.read(Path.of(name).resolve("nowhere"));
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return reader.read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return reader.read(jar.getPath("/" + name));
            }
        } catch (URISyntaxException e) {
            throw new IOException(url + " is no path", e);
        }
    }

    /** The text of a file; empty when there is none. */
    static Optional<String> text(String name) throws IOException {
        try (InputStream in = loader().getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassPathFolder.class.getClassLoader() : loader;
    }
}
