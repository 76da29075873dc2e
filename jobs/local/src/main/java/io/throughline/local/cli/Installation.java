package io.throughline.local.cli;

import io.throughline.channels.AuthorKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Where this installation keeps what belongs to no single run. */
final class Installation {

    private static final int KEY_BYTES = 32;
    private static final String KEY_FILE = "author.key";

    private Installation() {}

    /** {@code .throughline} in the directory of the launcher. */
    static Path directory() {
        return Path.of(System.getProperty("throughline.home", ".")).resolve(".throughline");
    }

    /**
     * The author keys: of the configured secret, else of {@code THROUGHLINE_AUTHOR_KEY}, else of a
     * secret made once for this installation and readable by its user only.
     */
    static AuthorKeys authorKeys(Optional<String> configured) throws IOException {
        Optional<String> secret =
                configured.or(() -> Optional.ofNullable(System.getenv("THROUGHLINE_AUTHOR_KEY")));
        String text = secret.isPresent() && !secret.get().isBlank() ? secret.get() : ownKey();
        return new AuthorKeys(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The author keys as {@link #authorKeys} has them, for commands that write nothing: without a
     * secret of this installation they are made up, and gone afterwards.
     */
    static AuthorKeys knownAuthorKeys(Optional<String> configured) throws IOException {
        boolean known =
                configured.isPresent()
                        || System.getenv("THROUGHLINE_AUTHOR_KEY") != null
                        || Files.exists(directory().resolve(KEY_FILE));
        if (known) {
            return authorKeys(configured);
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new AuthorKeys(key);
    }

    private static String ownKey() throws IOException {
        Path file = directory().resolve(KEY_FILE);
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(file.getParent());
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(key), StandardOpenOption.WRITE);
        }
        return Files.readString(file).strip();
    }
}
