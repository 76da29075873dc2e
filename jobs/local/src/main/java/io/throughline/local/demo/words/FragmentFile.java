package io.throughline.local.demo.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fragments of customers' language as they are written down: a heading in brackets such as {@code
 * [callback negative fact]}, then one fragment a line; {@code #} begins a comment line. Plain lines
 * rather than YAML, because prose full of colons, quotes and dashes would need quoting everywhere.
 *
 * @param sections fragments by heading, in the order of the file
 */
record FragmentFile(Map<String, List<String>> sections) {

    /** Reads a resource of the class path. */
    static FragmentFile read(String resource) {
        try (InputStream in = FragmentFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * @throws IllegalArgumentException when a fragment stands before the first heading
     */
    static FragmentFile parse(String name, String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = null;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                String heading = line.substring(1, line.length() - 1).strip();
                current = sections.computeIfAbsent(heading, key -> new ArrayList<>());
            } else if (current == null) {
                throw new IllegalArgumentException(name + ": '" + line + "' has no heading");
            } else {
                current.add(line);
            }
        }
        return new FragmentFile(sections);
    }

    /** The fragments under a heading; empty when there is no such heading. */
    List<String> section(String heading) {
        return sections.getOrDefault(heading, List.of());
    }
}
