package io.throughline.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may change something from the page: a token a person. Only digests are kept, and all are
 * compared in the same time, so that neither a heap dump nor a clock tells a token.
 */
public final class ConsoleTokens {

    /** Nobody may change anything: the page is read-only. */
    public static final ConsoleTokens NONE = new ConsoleTokens(Map.of());

    /** Fewest characters of a token. */
    public static final int LEAST_LENGTH = 20;

    private static final String BEARER = "Bearer ";

    private final Map<String, byte[]> digests;

    private ConsoleTokens(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    /**
     * The tokens of a file: a line a person, {@code NAME TOKEN}; empty lines and those that begin
     * with {@code #} are passed over.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a line is something else; the message has no token
     */
    public static ConsoleTokens read(Path file) throws IOException {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s+", -1);
            if (parts.length != 2 || parts[1].length() < LEAST_LENGTH) {
                throw new IllegalArgumentException(
                        file
                                + ":"
                                + (i + 1)
                                + ": a line is a name and a token of at least "
                                + LEAST_LENGTH
                                + " characters, parted by a space");
            }
            if (digests.put(parts[0], digest(parts[1])) != null) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": " + parts[0] + " has a token already");
            }
        }
        return new ConsoleTokens(digests);
    }

    /** Whether nobody may change anything. */
    public boolean none() {
        return digests.isEmpty();
    }

    /** Whose token an {@code Authorization} header carries; null and others are nobody's. */
    Optional<String> holder(String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        byte[] presented = digest(header.substring(BEARER.length()).strip());
        String holder = null;
        for (Map.Entry<String, byte[]> entry : digests.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue(), presented)) {
                holder = entry.getKey();
            }
        }
        return Optional.ofNullable(holder);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
