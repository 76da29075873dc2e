package io.throughline.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The demo's own file of tokens, by which its user may change something from the live page. */
final class PageTokens {

    private static final int TOKEN_BYTES = 16;
    private static final String DEMO = "demo";

    private PageTokens() {}

    /** A file of the demo's own, readable by its user alone, made when it is not there. */
    static Path ofDemo(Path directory) throws IOException {
        Path file = directory.resolve("page-tokens");
        if (!Files.exists(file)) {
            byte[] token = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(token);
            Files.createFile(file, forTheUserAlone(file));
            Files.writeString(
                    file,
                    "# Who may change something from the demo's live page\n"
                            + DEMO
                            + " "
                            + HexFormat.of().formatHex(token)
                            + " admin\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.WRITE);
        }
        return file;
    }

    private static FileAttribute<?>[] forTheUserAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The end of a page's address that brings the demo's token with it. */
    static String link(Path demoFile) throws IOException {
        return Files.readAllLines(demoFile).stream()
                .filter(line -> line.startsWith(DEMO + " "))
                .map(line -> "/#/token/" + line.split(" ", -1)[1].strip())
                .findFirst()
                .orElse("/");
    }
}
