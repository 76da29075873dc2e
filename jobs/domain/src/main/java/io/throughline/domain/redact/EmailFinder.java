package io.throughline.domain.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses, also with {@code %40}, {@code (at)} or {@code at … dot com}. A handle
 * such as {@code @name@server.social} is a mention and no address.
 */
final class EmailFinder implements Finder {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_TOP = 24;

    /** With spaces around the @ it is an address only where nothing else can be meant. */
    private static final Set<String> PROVIDERS =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "hotmail.com",
                    "hotmail.co.uk",
                    "outlook.com",
                    "yahoo.com",
                    "yahoo.co.uk",
                    "icloud.com",
                    "aol.com",
                    "live.com",
                    "msn.com",
                    "gmx.de",
                    "gmx.net",
                    "web.de",
                    "proton.me",
                    "protonmail.com",
                    "orange.fr",
                    "mail.ru");

    private static final Pattern SPELT_DOMAIN =
            Pattern.compile(
                    "[\\w-]{1,63}+(?: ?(?:\\.|[(\\[{] ?dot ?[)\\]}]| dot ) ?[a-z][\\w-]{1,23}+){1,3}",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public void find(Scan scan) {
        String text = scan.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            address(scan, at, at + 1);
        }
        for (int at = text.indexOf("%40"); at >= 0; at = text.indexOf("%40", at + 3)) {
            address(scan, at, at + 3);
        }
        for (int at = text.indexOf("at"); at >= 0; at = text.indexOf("at", at + 2)) {
            spelt(scan, at);
        }
        for (int at = text.indexOf("AT"); at >= 0; at = text.indexOf("AT", at + 2)) {
            spelt(scan, at);
        }
    }

    private static void address(Scan scan, int localEnd, int domainStart) {
        boolean isSpaced = scan.at(localEnd - 1) == ' ' || scan.at(domainStart) == ' ';
        int end = localEnd - (scan.at(localEnd - 1) == ' ' ? 1 : 0);
        int from = domainStart + (scan.at(domainStart) == ' ' ? 1 : 0);
        int start = localStart(scan, end);
        int stop = start == end ? from : domainEnd(scan, from);
        if (start == end || stop == from || scan.at(start - 1) == '@') {
            return;
        }
        String domain = scan.text().substring(from, stop).toLowerCase(Locale.ROOT);
        if (!isSpaced || PROVIDERS.contains(domain)) {
            scan.claim(start, stop, Entity.EMAIL_ADDRESS);
        }
    }

    private static int localStart(Scan scan, int end) {
        int start = end;
        while (end - start < LONGEST_LOCAL && isLocal(scan.at(start - 1), scan.at(end - 1))) {
            start--;
        }
        while (start < end && !Character.isLetterOrDigit(scan.at(start)) && scan.at(start) != '_') {
            start++;
        }
        return start;
    }

    /** The end of the longest dotted name that ends in something like a top-level domain. */
    private static int domainEnd(Scan scan, int start) {
        int end = start;
        int label = start;
        for (int at = start; at <= start + LONGEST_DOMAIN; at++) {
            char c = scan.at(at);
            if (isLabel(c, scan.at(start))) {
                continue;
            }
            if (at == label) {
                break;
            }
            if (label > start && isTop(scan.text(), label, at)) {
                end = at;
            }
            if (c != '.') {
                break;
            }
            label = at + 1;
        }
        return end > start ? end : ipEnd(scan, start);
    }

    private static int ipEnd(Scan scan, int start) {
        int first = scan.at(start) == '[' ? start + 1 : start;
        int end = IpFinder.v4End(scan.text(), first);
        return end < 0 ? start : end;
    }

    private static boolean isTop(String text, int start, int end) {
        if (end - start < 2 || end - start > LONGEST_TOP) {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (!Character.isLetter(text.charAt(at)) && !text.startsWith("xn--", start)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLocal(char c, char beside) {
        return isLabel(c, beside) || c == '.' || c == '+' || c == '%' || c == '\'';
    }

    /** Letters of an unspaced script belong to the address only if it is in that script. */
    private static boolean isLabel(char c, char beside) {
        return Letters.isWord(c) || c == '-' || (!isSpacedScript(beside) && Character.isLetter(c));
    }

    private static boolean isSpacedScript(char c) {
        return !Character.isLetter(c) || Letters.isWord(c);
    }

    private static void spelt(Scan scan, int at) {
        int left = at - 1;
        int right = at + 2;
        boolean isBracketed = isBracket(scan, left, "([{") && isBracket(scan, right, ")]}");
        if (isBracketed) {
            left = skip(scan, left, "([{ ", -1);
            right = skip(scan, right, ")]} ", 1);
        } else if (scan.at(left) == ' ' && scan.at(right) == ' ') {
            left--;
            right++;
        } else {
            return;
        }
        int start = localStart(scan, left + 1);
        Matcher domain = SPELT_DOMAIN.matcher(scan.text());
        domain.region(right, Math.min(scan.text().length(), right + LONGEST_DOMAIN));
        if (start <= left && domain.lookingAt() && (isBracketed || isSpelt(domain.group()))) {
            scan.claim(start, domain.end(), Entity.EMAIL_ADDRESS);
        }
    }

    private static boolean isSpelt(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.contains(" dot ") || PROVIDERS.contains(lower);
    }

    private static boolean isBracket(Scan scan, int at, String brackets) {
        char c =
                scan.at(at) == ' '
                        ? scan.at(brackets.startsWith("(") ? at - 1 : at + 1)
                        : scan.at(at);
        return c != 0 && brackets.indexOf(c) >= 0;
    }

    private static int skip(Scan scan, int from, String over, int step) {
        int at = from;
        for (int steps = 0;
                steps < 3 && scan.at(at) != 0 && over.indexOf(scan.at(at)) >= 0;
                steps++) {
            at += step;
        }
        return at;
    }
}
