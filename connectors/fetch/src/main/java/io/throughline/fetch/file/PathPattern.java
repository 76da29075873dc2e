package io.throughline.fetch.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files by a path, a folder or a glob. A folder means all files in it and below it, save hidden and
 * temporary ones ({@code .name}, {@code name~}, {@code .tmp}, {@code .part}, {@code .crdownload}):
 * those are still being written.
 */
public final class PathPattern {

    private static final String GLOB_CHARACTERS = "*?[{";

    private final String text;
    private final Path base;
    private final PathMatcher matcher;

    private PathPattern(String text, Path base, PathMatcher matcher) {
        this.text = text;
        this.base = base;
        this.matcher = matcher;
    }

    /** The pattern of a text such as {@code calls/}, {@code reviews.csv} or {@code in/*.jsonl}. */
    public static PathPattern of(String text) {
        int glob = firstGlobCharacter(text);
        if (glob < 0) {
            return new PathPattern(text, Path.of(text), null);
        }
        int slash = text.lastIndexOf('/', glob);
        String folder = slash < 0 ? "" : slash == 0 ? "/" : text.substring(0, slash);
        return new PathPattern(
                text, Path.of(folder), FileSystems.getDefault().getPathMatcher("glob:" + text));
    }

    private static int firstGlobCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (GLOB_CHARACTERS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the file or folder, or the folder that a glob begins with, is there. */
    public boolean baseExists() {
        return Files.isReadable(base);
    }

    /** The files there are now, sorted. */
    List<Path> files() {
        if (Files.isRegularFile(base)) {
            return List.of(base);
        }
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(base)) {
            return walk.filter(path -> wanted(path) && Files.isRegularFile(path)).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean wanted(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        boolean finished =
                !name.startsWith(".")
                        && !name.endsWith("~")
                        && !name.endsWith(".tmp")
                        && !name.endsWith(".part")
                        && !name.endsWith(".crdownload");
        return finished && (matcher == null || matcher.matches(path));
    }

    @Override
    public String toString() {
        return text;
    }
}
