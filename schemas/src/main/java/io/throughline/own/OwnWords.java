package io.throughline.own;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words of a text that its writer wrote now: without the mails that are quoted or forwarded in
 * it.
 */
public final class OwnWords {

    /** What points at the earlier mail and says nothing itself. */
    private static final Pattern POINTER =
            Pattern.compile(
                    "(?i)\\W*(?:(?:fyi|fwd?|hi|hello|hi all|dear all|forwarding|forwarded|as below"
                            + "|(?:please )?(?:see|read|find)(?: the| my)?(?: e-?mail| message"
                            + "| mail)? below|see (?:attached|forwarded)|below|s\\. ?u|siehe unten"
                            + "|zur info)\\W*){0,4}");

    private static final int LONGEST_POINTER = 80;

    private OwnWords() {}

    /**
     * The own words of a mail, without its signature and with one line where there were several
     * blank ones.
     */
    public static String of(String text) {
        StringBuilder own = new StringBuilder();
        boolean gap = false;
        for (String line : Signature.before(kept(new Lines(text)))) {
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
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        Lines lines = new Lines(text);
        BitSet earlier = EarlierMail.in(lines);
        if (earlier.isEmpty() || saysNothing(Signature.before(others(lines, earlier)))) {
            return text;
        }
        char[] chars = text.toCharArray();
        earlier.stream()
                .forEach(line -> Arrays.fill(chars, lines.start(line), lines.end(line), ' '));
        return new String(chars);
    }

    private static List<String> kept(Lines lines) {
        return others(lines, EarlierMail.in(lines));
    }

    private static List<String> others(Lines lines, BitSet left) {
        return IntStream.range(0, lines.size())
                .filter(line -> !left.get(line))
                .mapToObj(lines::at)
                .toList();
    }

    private static boolean saysNothing(List<String> own) {
        String words = String.join(" ", own).strip();
        return words.length() <= LONGEST_POINTER && POINTER.matcher(words).matches();
    }
}
