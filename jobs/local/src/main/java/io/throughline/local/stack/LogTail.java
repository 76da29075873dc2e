package io.throughline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in the logs of a server that failed the few lines that tell why. */
final class LogTail {

    private static final Pattern TROUBLE =
            Pattern.compile(
                    "\\b(ERROR|FATAL)\\b|Exception\\b|\\bError:|fatal|OutOfMemory|Could not|cannot");
    private static final Pattern UNTROUBLED = Pattern.compile(" (INFO|DEBUG) ");
    private static final Pattern FRAME = Pattern.compile("\\s+at .*|\\s+\\.\\.\\. \\d+ more");
    private static final int LINES = 4;
    private static final int LONGEST_LINE = 400;
    private static final long LONGEST_FILE = 1L << 20;

    private LogTail() {}

    /**
     * The last lines of trouble, without stack frames; the last lines of any kind when none speaks
     * of trouble; empty when there is no text.
     *
     * @param logs in the order of trust: the first that has trouble in it answers
     */
    static String reason(List<Path> logs) {
        List<List<String>> texts = logs.stream().map(LogTail::lines).toList();
        return Stream.concat(
                        texts.stream()
                                .map(lines -> lines.stream().filter(LogTail::trouble).toList()),
                        texts.stream())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .map(LogTail::last)
                .orElse("");
    }

    private static boolean trouble(String line) {
        return !UNTROUBLED.matcher(line).find() && TROUBLE.matcher(line).find();
    }

    private static String last(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static List<String> lines(Path log) {
        try {
            if (!Files.isRegularFile(log)) {
                return List.of();
            }
            byte[] bytes;
            try (var channel = Files.newByteChannel(log)) {
                channel.position(Math.max(0, channel.size() - LONGEST_FILE));
                bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            }
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                    .map(LogTail::shortened)
                    .toList();
        } catch (IOException e) {
            return List.of("(" + log + " cannot be read: " + e.getMessage() + ")");
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
