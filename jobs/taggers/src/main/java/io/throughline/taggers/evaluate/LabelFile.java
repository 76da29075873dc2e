package io.throughline.taggers.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A file of labels that was read through once: every row of it is right, and how many there are is
 * known before anything is tagged.
 *
 * @param name as the user gave it
 * @param path where its bytes are; a copy when it was a pipe
 * @param domain of rows that name none: the name of the file without its ending
 * @param rows in it
 * @param sha256 of its bytes
 * @param tasks that a row of it has a label for
 */
record LabelFile(String name, Path path, String domain, long rows, String sha256, Set<Task> tasks) {

    private static final int PEEK = 4096;

    /**
     * Reads the file through.
     *
     * @param domain of rows that name none
     * @throws LabelFileException when it is no such file or a row is wrong
     * @throws IOException when it cannot be read
     */
    static LabelFile check(Path given, String domain) throws IOException {
        if (Files.isDirectory(given)) {
            throw new LabelFileException(given + " is a directory; name its files of labels.");
        }
        Path path = regular(given);
        MessageDigest digest = sha256Digest();
        long rows = 0;
        Set<Task> tasks = EnumSet.noneOf(Task.class);
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            try (LabelRows all = open(given.toString(), in, domain)) {
                for (Optional<LabelRow> row = all.next(); row.isPresent(); row = all.next()) {
                    rows++;
                    for (Task task : Task.values()) {
                        if (row.get().label(task) != null) {
                            tasks.add(task);
                        }
                    }
                }
            }
        }
        if (tasks.isEmpty()) {
            throw new LabelFileException(
                    given
                            + ": no row has a label: "
                            + rows
                            + " rows without sentiment and stage. Fill one of these columns.");
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new LabelFile(given.toString(), path, domain, rows, sha256, tasks);
    }

    /** The name of the file without its ending. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    LabelRows open() throws IOException {
        return open(name, Files.newInputStream(path), domain);
    }

    /** CSV or JSON lines, told apart by the first character that is no space. */
    private static LabelRows open(String name, InputStream in, String domain) throws IOException {
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        RowParser parser = new RowParser(domain);
        try {
            return switch (firstCharacter(reader)) {
                case '{' -> new JsonRows(name, reader, parser);
                case '[' -> throw LabelFileException.array(name);
                default -> new CsvRows(name, reader, parser);
            };
        } catch (CharacterCodingException e) {
            throw LabelFileException.unreadable(name, 1, e);
        }
    }

    /** The first that is no space; a byte order mark before it is passed over. */
    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(PEEK);
        int first = reader.read();
        for (int read = 1; read < PEEK && (first == '\uFEFF' || isSpace(first)); read++) {
            first = reader.read();
        }
        reader.reset();
        if (first == '{') {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
        }
        return first;
    }

    private static boolean isSpace(int character) {
        return character >= 0 && Character.isWhitespace(character);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A pipe can be read only once: its bytes are kept. */
    private static Path regular(Path given) throws IOException {
        if (!Files.exists(given) || Files.isRegularFile(given)) {
            return given;
        }
        if (Files.isDirectory(given)) {
            throw new LabelFileException(given + " is a directory; a CSV or JSON lines are due");
        }
        Path copy = Files.createTempFile("labels", ".copy");
        copy.toFile().deleteOnExit();
        try (InputStream in = Files.newInputStream(given)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
