package io.throughline.local.cli;

import io.throughline.console.ConsoleTokens;
import io.throughline.pipeline.config.ConfigPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Who may change something from the live page: {@code console.tokenFile}, or the demo's own. */
final class PageTokens {

    private static final int TOKEN_BYTES = 16;
    private static final String DEMO = "demo";

    private PageTokens() {}

    /**
     * Those that a configuration names; nobody when it names no file.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the file of tokens cannot be used
     */
    static ConsoleTokens configured(Path config) throws IOException {
        Path directory = config.toAbsolutePath().normalize().getParent();
        Optional<Path> file =
                new ConfigPart<>(
                                config,
                                System::getenv,
                                (root, filler) ->
                                        root.map("console")
                                                .flatMap(
                                                        console ->
                                                                console.text("tokenFile")
                                                                        .map(
                                                                                text ->
                                                                                        filler.fill(
                                                                                                console,
                                                                                                "tokenFile",
                                                                                                text)))
                                                .map(directory::resolve))
                        .changed()
                        .flatMap(path -> path);
        return file.isEmpty() ? ConsoleTokens.NONE : ConsoleTokens.read(file.get());
    }

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
                            + "\n",
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
                .map(line -> "/#/token/" + line.substring(DEMO.length() + 1).strip())
                .findFirst()
                .orElse("/");
    }
}
