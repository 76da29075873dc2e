package io.throughline.own;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the lines of a text that are an earlier mail.
 *
 * <p>Quoted lines are, and the line that announces them; what is between and below is not, since
 * many answer there. Where the earlier mail follows unquoted, the rest is, from its announcement
 * on. Addresses may be redacted.
 */
final class EarlierMail {

    private static final List<String> BEGINNINGS =
            List.of("On ", "Am ", "Le ", "El ", "Il ", "Op ", "Em ", "Den ", "Dne ", "W dniu ");
    private static final List<String> WROTE =
            List.of(
                    "wrote",
                    "schrieb",
                    "a écrit",
                    "escribió",
                    "ha scritto",
                    "schreef",
                    "escreveu",
                    "skrev",
                    "napsal");
    private static final Pattern EARLIER =
            Pattern.compile(
                    "(?i)[-_\\s]*(?:original message|original appointment|ursprüngliche nachricht"
                            + "|message d'origine|mensaje original|messaggio originale|oorspronkelijk"
                            + " bericht|forwarded message|weitergeleitete nachricht|begin forwarded"
                            + " message:?)[-_\\s:]*"
                            + "|##-[^#]*-##.*");
    private static final Pattern FROM =
            Pattern.compile("(?i)[>*\\s]*(?:from|von|de|da|van|expéditeur)\\s?\\*?\\s?:\\*?\\s.+");
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?i)[>*\\s]*(?:sent|date|gesendet|datum|envoyé|enviado|inviato|verzonden|to|an|à"
                            + "|para|aan|cc|subject|betreff|objet|asunto|oggetto|onderwerp)\\s?\\*?\\s?:.*");
    private static final Pattern RULE = Pattern.compile("[_\\u2500]{8,}\\s*");
    private static final String NO_QUOTE = ":;=._<0123456789";
    private static final int LONGEST_MARK = 400;
    private static final int HEADER_BLOCK = 6;
    private static final int ANNOUNCEMENT_LINES = 3;

    private final Lines lines;
    private final BitSet earlier = new BitSet();

    private EarlierMail(Lines lines) {
        this.lines = lines;
    }

    /** The numbers of those lines. */
    static BitSet in(Lines lines) {
        EarlierMail mail = new EarlierMail(lines);
        for (int i = 0; i < lines.size(); ) {
            i = mail.read(i);
        }
        return mail.earlier;
    }

    /** Judges the line and says which is next. */
    private int read(int i) {
        String line = lines.at(i);
        if (isQuoted(line)) {
            earlier.set(i);
            return i + 1;
        }
        if (!isMark(i)) {
            return i + 1;
        }
        String mark = line.strip();
        boolean ruled = RULE.matcher(mark).matches() && isHeaderBlock(lines.nextWords(i + 1));
        if (ruled || EARLIER.matcher(mark).matches() || isHeaderBlock(i)) {
            return restFrom(i);
        }
        int end = announcementEnd(i);
        if (end > i) {
            int next = lines.nextWords(end);
            if (next < lines.size() && !isQuoted(lines.at(next))) {
                return restFrom(i);
            }
            earlier.set(i, end);
            return end;
        }
        if (saysWrote(mark)) {
            int next = lines.nextWords(i + 1);
            earlier.set(i, next < lines.size() && isQuoted(lines.at(next)));
        }
        return i + 1;
    }

    private int restFrom(int line) {
        earlier.set(line, lines.size());
        return lines.size();
    }

    /** Begins with the mark of quotes, which an angry face or "more than" is not. */
    private static boolean isQuoted(String line) {
        if (line.startsWith(">")) {
            return line.length() == 1 || NO_QUOTE.indexOf(line.charAt(1)) < 0;
        }
        return line.startsWith(" >") || line.startsWith("|>");
    }

    /** A sender and, in the lines below, at least two of date, addressee and subject. */
    private boolean isHeaderBlock(int at) {
        if (at >= lines.size() || !isMark(at) || !FROM.matcher(lines.at(at)).matches()) {
            return false;
        }
        int known = 0;
        for (int i = at + 1; i < Math.min(lines.size(), at + 1 + HEADER_BLOCK); i++) {
            known += isMark(i) && ABOUT.matcher(lines.at(i)).matches() ? 1 : 0;
        }
        return known >= 2;
    }

    private boolean isMark(int at) {
        return lines.length(at) <= LONGEST_MARK;
    }

    /** The line after an announcement such as "On … wrote:"; the line itself when it is none. */
    private int announcementEnd(int at) {
        String joined = "";
        for (int i = at; i < Math.min(lines.size(), at + ANNOUNCEMENT_LINES); i++) {
            String line = isMark(i) ? lines.at(i).strip() : "";
            joined = joined.isEmpty() ? line : joined + " " + line;
            if (!isMark(i) || joined.length() > LONGEST_MARK) {
                return at;
            }
            if (announces(joined)) {
                return i + 1;
            }
            if (!beginsAnnouncement(joined)) {
                return at;
            }
        }
        return at;
    }

    /** Somebody wrote at some time: no pattern, since one that backtracks could be made to. */
    private static boolean announces(String line) {
        if (!saysWrote(line) || line.contains(" I wrote")) {
            return false;
        }
        int open = line.indexOf('<');
        int from = Math.max(open, 0);
        int at = Math.max(line.indexOf('@', from), line.indexOf('[', from));
        boolean address = open >= 0 && at > open && line.indexOf('>', at) > at;
        return address || beginsAnnouncement(line);
    }

    private static boolean saysWrote(String line) {
        return line.endsWith(":") && WROTE.stream().anyMatch(line::contains);
    }

    /** A date is in it, which may be redacted where it looks like the number of a phone. */
    private static boolean beginsAnnouncement(String line) {
        return BEGINNINGS.stream().anyMatch(line::startsWith)
                && line.chars().anyMatch(c -> Character.isDigit(c) || c == '[');
    }
}
