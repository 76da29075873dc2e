package io.throughline.own;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words of a text that are its writer's, written now: without the mails that are quoted or
 * forwarded in it, and without what an agent says in it.
 */
public final class OwnWords {

    /** What points at the earlier mail and says nothing itself. */
    private static final Pattern POINTER =
            Pattern.compile(
                    "(?i)\\W*(?:(?:fyi|fwd?|hi|hello|hi all|dear all|forwarding|forwarded|as below"
                            + "|(?:please )?(?:see|read|find)(?: the| my)?(?: e-?mail| message"
                            + "| mail)? below|see (?:attached|forwarded)|below|s\\. ?u|siehe unten"
                            + "|zur info)\\W*){0,4}");

    /** One of these is where others speak; most texts are told by that. */
    private static final String MARKS = ":>-_#";

    private static final int LONGEST_POINTER = 80;

    private OwnWords() {}

    /**
     * The own words of a mail, without its signature and with one line where there were several
     * blank ones.
     */
    public static String of(String text) {
        Lines lines = new Lines(text);
        StringBuilder own = new StringBuilder();
        boolean gap = false;
        for (String line : Signature.before(without(EarlierMail.in(lines), lines))) {
            boolean blank = line.isBlank();
            if (!blank && own.length() > 0) {
                own.append(gap ? "\n\n" : "\n");
            }
            own.append(blank ? "" : line.stripTrailing());
            gap = blank;
        }
        return own.toString().strip();
    }

    /**
     * The text with spaces where others speak, so that every place stays where it was. Who only
     * passes a mail on, or points at it, means what is in it: then the text stays as it is.
     */
    public static String blanked(String text) {
        if (!isOfLines(text) || MARKS.chars().allMatch(mark -> text.indexOf(mark) < 0)) {
            return text;
        }
        Lines lines = new Lines(text);
        Speakers speakers = Speakers.in(lines);
        BitSet others = EarlierMail.in(lines);
        if (speakers.areTwo()) {
            others.or(speakers.agents());
        }
        if (others.isEmpty() || saysNothing(Signature.before(without(others, lines)))) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int line = 0; line < lines.size(); line++) {
            int start = lines.start(line);
            int label = speakers.areTwo() ? start + speakers.label(line) : start;
            Arrays.fill(chars, start, others.get(line) ? lines.end(line) : label, ' ');
        }
        return new String(chars);
    }

    private static boolean isOfLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static List<String> without(BitSet others, Lines lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> !others.get(line))
                .mapToObj(lines::at)
                .toList();
    }

    private static boolean saysNothing(List<String> own) {
        String words = String.join(" ", own).strip();
        return words.length() <= LONGEST_POINTER && POINTER.matcher(words).matches();
    }
}
