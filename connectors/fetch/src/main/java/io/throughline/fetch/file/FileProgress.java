package io.throughline.fetch.file;

import io.throughline.fetch.CursorChange;
import java.nio.file.Path;

/**
 * How far a file was read, in the cursor entry {@code file:PATH} as {@code OFFSET/SIZE/MODIFIED}.
 *
 * @param offset bytes done
 * @param size of the file when it was opened, in bytes
 * @param modified its modification time then, in milliseconds since 1970
 */
record FileProgress(long offset, long size, long modified) {

    private static final String PREFIX = "file:";

    static final FileProgress NONE = new FileProgress(0, -1, -1);

    static FileProgress parse(String value) {
        if (value == null) {
            return NONE;
        }
        String[] parts = value.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a file's cursor has three parts");
        }
        return new FileProgress(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    static String key(Path path) {
        return PREFIX + path;
    }

    static Path path(String key) {
        return Path.of(key.substring(PREFIX.length()));
    }

    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /** Whether the file has stayed as it was when it was opened. */
    boolean unchanged(FileState state) {
        return size == state.size() && modified == state.modified().toEpochMilli();
    }

    CursorChange toChange(Path path) {
        return new CursorChange(key(path), offset + "/" + size + "/" + modified);
    }
}
