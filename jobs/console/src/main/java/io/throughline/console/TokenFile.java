package io.throughline.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of tokens: a line a person, {@code NAME TOKEN [ROLE]}; empty lines and those that begin
 * with {@code #} are passed over. Who has no role is an editor. Messages name lines, never tokens.
 */
final class TokenFile {

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private TokenFile() {}

    /**
     * People by the digests of their tokens.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a line is something else
     */
    static Map<TokenDigest, Person> read(Path file) throws IOException {
        Map<TokenDigest, Person> people = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = file + ":" + (i + 1) + ": ";
            String[] parts = line.split("\\s+", -1);
            if (parts.length < 2
                    || parts.length > 3
                    || parts[1].length() < ConsoleTokens.LEAST_LENGTH) {
                throw new IllegalArgumentException(
                        place
                                + "a line is a name, a token of at least "
                                + ConsoleTokens.LEAST_LENGTH
                                + " characters and, if it is not editor, a role, parted by spaces");
            }
            Role role = parts.length == 2 ? Role.EDITOR : role(place, parts[2]);
            if (!names.add(parts[0])) {
                throw new IllegalArgumentException(place + parts[0] + " has a token already");
            }
            if (people.put(TokenDigest.of(parts[1]), new Person(parts[0], role)) != null) {
                throw new IllegalArgumentException(
                        place + "the token of " + parts[0] + " is somebody else's already");
            }
        }
        return people;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8", e);
        }
    }

    private static Role role(String place, String name) {
        return Role.of(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        place + "a role is viewer, editor or admin"));
    }

    /** A sentence when others on the machine can read the file; empty otherwise. */
    static Optional<String> warning(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(file));
        open.retainAll(OTHERS);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Others on this machine can read "
                                + file
                                + ", and with it every token: chmod 600 "
                                + file);
    }
}
