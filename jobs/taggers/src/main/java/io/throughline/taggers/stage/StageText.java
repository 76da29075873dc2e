package io.throughline.taggers.stage;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import java.util.Locale;

/** What of a verbatim is judged, and whether it can be judged at all. */
final class StageText {

    /** Characters (UTF-16 units) of a verbatim that are judged; the rest is not looked at. */
    static final int MAX_CHARS = 10_000;

    private StageText() {}

    /** Why the verbatim has no stage, whatever the map says; null when it can be read. */
    static Abstention unreadable(Verbatim verbatim) {
        if (verbatim.turns().stream().allMatch(String::isBlank)) {
            return Abstention.NO_TEXT;
        }
        return isEnglish(verbatim.language()) ? null : Abstention.LANGUAGE;
    }

    /** The turns, a line each, as far as they are judged. */
    static String judged(Verbatim verbatim) {
        StringBuilder text = new StringBuilder();
        for (String turn : verbatim.turns()) {
            int room = MAX_CHARS - text.length();
            if (room <= 0) {
                break;
            }
            text.append(turn, 0, Math.min(turn.length(), room)).append('\n');
        }
        return text.toString();
    }

    /** In lower case, character by character: every place stays where it was. */
    static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    private static boolean isEnglish(String language) {
        return language == null
                || language.isBlank()
                || language.equalsIgnoreCase("und")
                || language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals("en");
    }
}
