package io.throughline.polling.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FileSpec.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Files that are written line by line, and where their last whole line ends. */
final class Lines {

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".jsonl", ".ndjson");
    private static final int BLOCK = 64 * 1024;

    private Lines() {}

    /** Whether a file may be read while it grows: the definition says so, or else its name does. */
    static boolean writtenByLine(ChannelDefinition definition, Path path) {
        if (definition.file() != null && definition.file().format() != Format.AUTO) {
            return true;
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Offset after the last line break between two offsets; the lower one when there is none. */
    static long endOfWholeLines(Path path, long from, long to) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            long end = to;
            while (end > from) {
                int length = (int) Math.min(BLOCK, end - from);
                ByteBuffer block = ByteBuffer.allocate(length);
                channel.position(end - length);
                while (block.hasRemaining() && channel.read(block) >= 0) {
                    // read on until the block is full or the file ends
                }
                for (int i = block.position() - 1; i >= 0; i--) {
                    if (block.get(i) == '\n') {
                        return end - length + i + 1;
                    }
                }
                end -= length;
            }
            return from;
        }
    }
}
