package io.throughline.domain.redact;

import java.util.regex.Pattern;

/**
 * Finds IPv4, IPv6 and MAC addresses. Four numbers with dots are a version where the words right
 * before say so, and where all are small and no word says otherwise.
 */
final class IpFinder implements Finder {

    private static final int LONGEST = 45;
    private static final int BIG_OCTET = 20;

    private static final Pattern MAC =
            Pattern.compile("\\p{XDigit}{2}([:-])(?:\\p{XDigit}{2}\\1){4}\\p{XDigit}{2}");
    private static final Pattern CISCO_MAC =
            Pattern.compile("\\p{XDigit}{4}(?:\\.\\p{XDigit}{4}){2}");

    @Override
    public void find(Scan scan) {
        String text = scan.text();
        for (int at = 0; at < text.length(); at++) {
            if (Letters.isHex(text.charAt(at)) || text.charAt(at) == ':') {
                int end = at;
                while (end < text.length() && isAddress(text.charAt(end))) {
                    end++;
                }
                boolean leadsIn = text.charAt(at) == ':' && scan.at(at + 1) != ':';
                run(scan, leadsIn ? at + 1 : at, end);
                at = end;
            }
        }
        DigitGroups groups = scan.groups();
        for (int group = 0; group + 3 < groups.count(); group++) {
            v4(scan, groups.start(group));
        }
    }

    /** End of the dotted quad that starts there; -1 when none does. */
    static int v4End(String text, int start) {
        int at = start;
        for (int octet = 0; octet < 4; octet++) {
            int from = at;
            int value = 0;
            while (at < text.length() && Letters.isDigit(text.charAt(at)) && at - from < 4) {
                value = 10 * value + text.charAt(at++) - '0';
            }
            boolean isOctet =
                    at > from && value < 256 && (text.charAt(from) != '0' || at == from + 1);
            if (!isOctet || (octet < 3 && (at >= text.length() || text.charAt(at++) != '.'))) {
                return -1;
            }
        }
        return at;
    }

    private static void v4(Scan scan, int start) {
        int end = v4End(scan.text(), start);
        if (end < 0 || !isAlone(scan, start, end)) {
            return;
        }
        boolean isBig = false;
        for (String octet : scan.text().substring(start, end).split("\\.", -1)) {
            isBig |= Integer.parseInt(octet) >= BIG_OCTET;
        }
        Cues.Cue cue = Cues.VERSION_OR_IP.before(scan, start);
        if (cue == Cues.Cue.FOR || (isBig && cue != Cues.Cue.AGAINST_DIRECTLY)) {
            scan.claim(start, end, Entity.IP_ADDRESS);
        }
    }

    private static boolean isAlone(Scan scan, int start, int end) {
        char before = scan.at(start - 1);
        char after = scan.at(end);
        boolean goesOn = after == '.' && Letters.isDigit(scan.at(end + 1));
        return !Letters.isWord(before) && before != '.' && !Letters.isWord(after) && !goesOn;
    }

    private static void run(Scan scan, int start, int end) {
        int stop = end;
        while (stop > start && isTrailing(scan, start, stop)) {
            stop--;
        }
        String run = scan.text().substring(start, Math.min(stop, start + LONGEST + 1));
        if (run.length() > LONGEST
                || run.length() < 4
                || Letters.isWord(scan.at(start - 1))
                || Letters.isWord(scan.at(stop))) {
            return;
        }
        if ((MAC.matcher(run).matches() && (run.indexOf(':') > 0 || hasLetter(run)))
                || (CISCO_MAC.matcher(run).matches() && hasLetter(run))) {
            scan.claim(start, stop, Entity.MAC_ADDRESS);
        } else if (IpV6.isAddress(run)) {
            scan.claim(start, stop, Entity.IP_ADDRESS);
        }
    }

    /** A full stop, hyphen or single colon that ends the clause and not the address. */
    private static boolean isTrailing(Scan scan, int start, int stop) {
        char last = scan.at(stop - 1);
        boolean isPair = last == ':' && stop - 2 >= start && scan.at(stop - 2) == ':';
        return last == '.' || last == '-' || (last == ':' && !isPair);
    }

    private static boolean hasLetter(String run) {
        return run.chars().anyMatch(c -> Letters.isAsciiLetter((char) c));
    }

    private static boolean isAddress(char c) {
        return Letters.isHex(c) || c == ':' || c == '.' || c == '-';
    }
}
