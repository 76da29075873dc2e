package io.throughline.fetch.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FileSpec.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Files that are written line by line, and where their last whole record ends. */
enum Lines {
    /** A line break ends a record. */
    PLAIN(".jsonl", ".ndjson"),
    /** A line break ends a record unless it is quoted. */
    QUOTED(".csv", ".tsv"),
    /** Not written line by line, or nobody knows. */
    NONE;

    private static final int BLOCK = 64 * 1024;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> endings;

    Lines(String... endings) {
        this.endings = List.of(endings);
    }

    /** How a file is written: the definition says so, or else the file's name does. */
    static Lines of(ChannelDefinition definition, Path path) {
        Format format = definition.file().format();
        if (format != Format.AUTO) {
            return format == Format.CSV ? QUOTED : PLAIN;
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(lines -> lines.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(NONE);
    }

    /**
     * Offset after the last record between two offsets that is whole; the lower one when none is.
     * In a row of CSV that is whole, quotes come in pairs.
     *
     * @param from where a record begins
     */
    long endOfWholeRecords(Path path, long from, long to) throws IOException {
        long end = from;
        boolean open = false;
        byte[] block = new byte[BLOCK];
        try (InputStream in = new UpTo(Files.newInputStream(path), to)) {
            in.skipNBytes(from);
            long offset = from;
            for (int length = in.read(block); length > 0; length = in.read(block)) {
                for (int i = 0; i < length; i++) {
                    open ^= this == QUOTED && block[i] == '"';
                    if (block[i] == '\n' && !open) {
                        end = offset + i + 1;
                    }
                }
                offset += length;
            }
        }
        return end;
    }
}
