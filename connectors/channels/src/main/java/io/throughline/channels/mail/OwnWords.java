package io.throughline.channels.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a mail that its writer wrote now: without what was said before and without the
 * signature.
 *
 * <p>Quoted lines go, and the line that announces them; what is between and below stays, since many
 * answer there. Where the earlier mail follows unquoted, the rest goes from its announcement on.
 */
final class OwnWords {

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
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?|\u2014\\s?");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?i)(?:sent from my .{2,40}|sent from (?:mail|outlook|yahoo|proton).{0,60}|get"
                            + " outlook for .{2,60}|von meinem .{2,40} gesendet|gesendet (?:von|mit)"
                            + " .{2,60}|envoyé (?:de|depuis) mon .{2,40}|enviado desde mi .{2,40}"
                            + "|inviato da.{2,40}|verstuurd vanaf .{2,40}|diese nachricht wurde von"
                            + " meinem .{2,60})[.\\s]*");
    private static final int LONGEST_MARK = 400;
    private static final int HEADER_BLOCK = 6;
    private static final int ANNOUNCEMENT_LINES = 3;
    private static final int LONGEST_SIGNATURE = 12;

    private final List<String> lines;

    private OwnWords(String text) {
        this.lines = List.of(text.split("\\r\\n|\\r|\\n", -1));
    }

    static String of(String text) {
        OwnWords words = new OwnWords(text);
        StringBuilder own = new StringBuilder();
        boolean gap = false;
        for (String line : signed(words.unquoted())) {
            boolean blank = line.isBlank();
            if (!blank && own.length() > 0) {
                own.append(gap ? "\n\n" : "\n");
            }
            own.append(blank ? "" : line.stripTrailing());
            gap = blank;
        }
        return own.toString().strip();
    }

    private List<String> unquoted() {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isQuoted(line)) {
                continue;
            }
            String mark = line.strip();
            if (mark.length() > LONGEST_MARK) {
                own.add(line);
                continue;
            }
            if (EARLIER.matcher(mark).matches() || isHeaderBlock(i)) {
                break;
            }
            if (RULE.matcher(mark).matches() && isHeaderBlock(nextWords(i + 1))) {
                break;
            }
            int end = announcementEnd(i);
            if (end > i) {
                int next = nextWords(end);
                if (next < lines.size() && !isQuoted(lines.get(next))) {
                    break;
                }
                i = end - 1;
                continue;
            }
            own.add(line);
        }
        return own;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith(" >") || line.startsWith("|>");
    }

    private int nextWords(int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    /** A sender and, in the lines below, at least two of date, addressee and subject. */
    private boolean isHeaderBlock(int at) {
        if (at >= lines.size() || !isMark(at) || !FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        int known = 0;
        for (int i = at + 1; i < Math.min(lines.size(), at + 1 + HEADER_BLOCK); i++) {
            known += isMark(i) && ABOUT.matcher(lines.get(i)).matches() ? 1 : 0;
        }
        return known >= 2;
    }

    private boolean isMark(int at) {
        return lines.get(at).length() <= LONGEST_MARK;
    }

    /** The line after an announcement such as "On … wrote:"; the line itself when it is none. */
    private int announcementEnd(int at) {
        String joined = "";
        for (int i = at; i < Math.min(lines.size(), at + ANNOUNCEMENT_LINES); i++) {
            joined = joined.isEmpty() ? lines.get(i).strip() : joined + " " + lines.get(i).strip();
            if (joined.length() > LONGEST_MARK) {
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
        if (!line.endsWith(":") || WROTE.stream().noneMatch(line::contains)) {
            return false;
        }
        int open = line.indexOf('<');
        int at = line.indexOf('@', Math.max(open, 0));
        boolean address = open >= 0 && at > open && line.indexOf('>', at) > at;
        return address || beginsAnnouncement(line);
    }

    private static boolean beginsAnnouncement(String line) {
        return BEGINNINGS.stream().anyMatch(line::startsWith)
                && line.chars().anyMatch(Character::isDigit);
    }

    /** The lines before the signature: after two hyphens, or what a device adds at the end. */
    private static List<String> signed(List<String> own) {
        List<String> kept = own;
        for (int i = 0; i < own.size(); i++) {
            boolean marked = SIGNATURE.matcher(own.get(i)).matches();
            if (marked && own.size() - i <= LONGEST_SIGNATURE) {
                kept = own.subList(0, i);
                break;
            }
        }
        int last = kept.size() - 1;
        while (last >= 0 && kept.get(last).isBlank()) {
            last--;
        }
        boolean device =
                last >= 0
                        && kept.get(last).length() <= LONGEST_MARK
                        && DEVICE.matcher(kept.get(last).strip()).matches();
        return device ? kept.subList(0, last) : kept;
    }
}
