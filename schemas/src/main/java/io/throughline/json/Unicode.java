package io.throughline.json;

/** Text that every reader takes. */
public final class Unicode {

    private static final char REPLACEMENT = '\uFFFD';

    private Unicode() {}

    /** The text with each surrogate that has no partner replaced by U+FFFD. */
    public static String repair(String text) {
        int broken = firstLoneSurrogate(text, 0);
        if (broken < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        while (broken >= 0) {
            chars[broken] = REPLACEMENT;
            broken = firstLoneSurrogate(text, broken + 1);
        }
        return new String(chars);
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            boolean pair =
                    i + 1 < text.length()
                            && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (!pair) {
                return i;
            }
            i++;
        }
        return -1;
    }
}
