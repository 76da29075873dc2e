package io.throughline.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may do what on the page by a token of a file, which is read again when it changes: a token
 * that is taken out is worth nothing from then on. A file that cannot be used changes nothing, and
 * the log says why.
 */
public final class ConsoleTokens {

    /** Nobody has a token. */
    public static final ConsoleTokens NONE = new ConsoleTokens(null, null, Map.of());

    /** Fewest characters of a token. */
    public static final int LEAST_LENGTH = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleTokens.class);
    private static final String BEARER = "Bearer ";

    private final Path file;
    private Stamp stamp;
    private Map<TokenDigest, Person> people;
    private String complaint;

    private ConsoleTokens(Path file, Stamp stamp, Map<TokenDigest, Person> people) {
        this.file = file;
        this.stamp = stamp;
        this.people = people;
    }

    /**
     * The tokens of a file: a line a person, {@code NAME TOKEN [ROLE]}; empty lines and those that
     * begin with {@code #} are passed over. A role is {@code viewer}, {@code editor} or {@code
     * admin}; who has none is an editor.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a line is something else; the message has no token
     */
    public static ConsoleTokens read(Path file) throws IOException {
        Stamp stamp = Stamp.of(file);
        ConsoleTokens tokens = new ConsoleTokens(file, stamp, TokenFile.read(file));
        tokens.warning().ifPresent(LOG::warn);
        return tokens;
    }

    /** A sentence when others on the machine can read the file. */
    public Optional<String> warning() {
        try {
            return file == null ? Optional.empty() : TokenFile.warning(file);
        } catch (IOException e) {
            LOG.debug("Who may read {} is not known", file, e);
            return Optional.empty();
        }
    }

    /** Whether nobody has a token, now. */
    public boolean none() {
        return people().isEmpty();
    }

    /** Whose token an {@code Authorization} header carries; null and others are nobody's. */
    Optional<Person> holder(String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        TokenDigest presented = TokenDigest.of(header.substring(BEARER.length()).strip());
        Person holder = null;
        for (Map.Entry<TokenDigest, Person> entry : people().entrySet()) {
            if (entry.getKey().matches(presented)) {
                holder = entry.getValue();
            }
        }
        return Optional.ofNullable(holder);
    }

    private synchronized Map<TokenDigest, Person> people() {
        if (file == null) {
            return people;
        }
        try {
            Stamp now = Stamp.of(file);
            if (!now.equals(stamp)) {
                stamp = now;
                people = TokenFile.read(file);
                complaint = null;
                LOG.info("{} is read again: {} tokens", file, people.size());
                warning().ifPresent(LOG::warn);
            }
        } catch (IOException | IllegalArgumentException e) {
            complain(e);
        }
        return people;
    }

    /** Once for each state of the file. */
    private void complain(Exception problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (!sentence.equals(complaint)) {
            complaint = sentence;
            LOG.warn("The file of tokens cannot be used; those before it hold: {}", sentence);
        }
    }

    /** What tells that a file is another one. */
    private record Stamp(FileTime modified, long size, Object key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        }
    }
}
