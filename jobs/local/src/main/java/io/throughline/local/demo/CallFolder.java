package io.throughline.local.demo;

import io.throughline.local.demo.wire.CallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/**
 * Drops transcripts into a folder. Each is written under a hidden name and renamed when it is
 * whole, and has the time at which it turned up as its modification time: a second run leaves the
 * folder as it is.
 */
record CallFolder(Path folder) {

    void drop(CallFile file) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.name());
        if (Files.exists(target) && Files.size(target) == file.content().length) {
            return;
        }
        Path partial = folder.resolve("." + file.name() + ".partial");
        Files.write(partial, file.content());
        Files.setLastModifiedTime(partial, FileTime.from(file.at()));
        Files.move(
                partial,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
