package io.throughline.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the state of one job lies: {@code checkpoints/JOBID/chk-N} and {@code savepoints/NAME},
 * each complete when it has its {@code _metadata} file.
 *
 * @param checkpoints directory of checkpoints
 * @param savepoints directory of savepoints
 */
record StateDirectory(Path checkpoints, Path savepoints) {

    private static final String METADATA = "_metadata";

    static StateDirectory of(Path flink, String job) {
        try {
            return new StateDirectory(
                    Files.createDirectories(flink.resolve(job).resolve("checkpoints")),
                    Files.createDirectories(flink.resolve(job).resolve("savepoints")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest complete savepoint or checkpoint. */
    Optional<Path> latest() {
        return complete().stream().max(Comparator.comparing(StateDirectory::completedAt));
    }

    /** Removes what a killed run left behind, save the state to go on from. */
    void removeAllBut(Optional<Path> kept) {
        for (Path root : List.of(checkpoints, savepoints)) {
            for (Path child : children(root)) {
                if (kept.isEmpty() || !kept.get().startsWith(child)) {
                    remove(child);
                }
            }
        }
    }

    private List<Path> complete() {
        try (Stream<Path> files = Files.walk(checkpoints.getParent(), 4)) {
            return files.filter(file -> file.getFileName().toString().equals(METADATA))
                    .map(Path::getParent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime completedAt(Path state) {
        try {
            return Files.getLastModifiedTime(state.resolve(METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
