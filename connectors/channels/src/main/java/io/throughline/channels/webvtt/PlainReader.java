package io.throughline.channels.webvtt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads transcripts of plain text in which a line begins with who speaks: {@code Agent: …}, also
 * with a time before it or behind it, and with the marks of Markdown. A line without a speaker goes
 * on with what was said before; what stands before the first speaker is a title.
 *
 * <p>Not every colon names a speaker. A name counts when it says a role, or when it begins more
 * than one line.
 */
final class PlainReader {

    private static final String TIME = "[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])]?";
    private static final String NAME = "(\\p{L}[\\p{L}\\p{N} .'’_()/&-]{0,39}?)";
    private static final Pattern SPEAKER =
            Pattern.compile(
                    "^[ \\t>*-]{0,8}(?:"
                            + TIME
                            + "[ \\t*-]{0,4})?"
                            + NAME
                            + "[ \\t]{0,2}(?:"
                            + TIME
                            + ")?[ \\t]{0,2}\\*{0,2}:(?!//)\\*{0,2}[ \\t]*(.*)$");
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*|\\*\\*[^*]{1,200}\\*\\*");
    private static final int MOST_WORDS = 4;

    private final List<String> rows;
    private final Set<String> names;

    PlainReader(String text) {
        rows = text.lines().toList();
        names = names(rows);
    }

    /** The speaker a row begins with, and the rest of it; empty when it begins with none. */
    Optional<Prefix> prefix(String row) {
        Matcher matcher = SPEAKER.matcher(row);
        return matcher.matches() && names.contains(name(matcher))
                ? Optional.of(new Prefix(name(matcher), matcher.group(2)))
                : Optional.empty();
    }

    /** What was said, in order; empty when no line names a speaker. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String speaker = null;
        StringBuilder words = new StringBuilder();
        for (String row : rows) {
            Optional<Prefix> prefix = prefix(row);
            if (prefix.isPresent()) {
                add(lines, speaker, words);
                speaker = prefix.get().speaker();
                words.setLength(0);
                words.append(prefix.get().words());
            } else if (speaker != null && !isDecoration(row)) {
                words.append(' ').append(row);
            }
        }
        add(lines, speaker, words);
        return lines;
    }

    /** The names that count as speakers. */
    private static Set<String> names(List<String> rows) {
        Map<String, Integer> names = new HashMap<>();
        for (String row : rows) {
            Matcher matcher = SPEAKER.matcher(row);
            if (matcher.matches() && name(matcher).split(" +").length <= MOST_WORDS) {
                names.merge(name(matcher), 1, Integer::sum);
            }
        }
        names.entrySet()
                .removeIf(entry -> entry.getValue() < 2 && Speakers.named(entry.getKey()) == null);
        return names.keySet();
    }

    private static String name(Matcher matcher) {
        return matcher.group(1).strip();
    }

    private static boolean isDecoration(String row) {
        String line = row.strip();
        return line.chars().noneMatch(Character::isLetterOrDigit) && line.length() < 200
                ? line.codePoints().allMatch(PlainReader::isRule)
                : HEADING.matcher(line).matches();
    }

    private static boolean isRule(int character) {
        return "-_*=#~ ".indexOf(character) >= 0;
    }

    private static void add(List<Line> lines, String speaker, StringBuilder words) {
        if (speaker != null) {
            String said = words.toString().replaceAll("\\s+", " ").strip();
            lines.add(new Line(speaker, said, null, null));
        }
    }
}
