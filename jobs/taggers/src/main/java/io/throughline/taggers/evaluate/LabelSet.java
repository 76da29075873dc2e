package io.throughline.taggers.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of labels that were read through once: every row of them is right.
 *
 * <p>A mistake in the last row is told before anything is tagged, and engines for which there is no
 * label need not be loaded.
 */
public final class LabelSet {

    private final List<LabelFile> files;

    private LabelSet(List<LabelFile> files) {
        this.files = files;
    }

    /**
     * Reads the files through.
     *
     * @throws LabelFileException when one is no such file or a row is wrong; the message names the
     *     line and what is due
     * @throws IOException when one cannot be read
     */
    public static LabelSet check(List<Path> files) throws IOException {
        List<LabelFile> checked = new ArrayList<>();
        Set<String> domains = new HashSet<>();
        for (Path file : files) {
            String stem = LabelFile.stem(file);
            checked.add(LabelFile.check(file, domains.add(stem) ? stem : file.toString()));
        }
        return new LabelSet(List.copyOf(checked));
    }

    /** Whether a row has a label for the task. */
    public boolean has(Task task) {
        return files.stream().anyMatch(file -> file.tasks().contains(task));
    }

    List<LabelFile> files() {
        return files;
    }
}
