package io.throughline.domain.redact;

import java.util.Set;

/**
 * Finds payment card numbers: the length and leading digits of an issuer, a right Luhn check digit
 * (ISO/IEC 7812-1), and groups as they stand on cards. One in ten numbers has a right check digit
 * by chance, so that other groupings need the word card before them.
 */
final class CardFinder implements Finder {

    private static final int FEWEST = 13;
    private static final int MOST = 19;

    private static final Set<String> SHAPES =
            Set.of(
                    "13",
                    "14",
                    "15",
                    "16",
                    "18",
                    "19",
                    "4-4-4-4",
                    "4-4-4-4-3",
                    "4-6-5",
                    "4-6-4",
                    "4-3-3-3",
                    "8-8",
                    "4-12",
                    "12-4",
                    "4-4-8",
                    "8-4-4",
                    "6-10",
                    "6-6-4",
                    "4-5-6",
                    "4-4-4-3",
                    "4-4-4-2",
                    "4-4-4-1");

    @Override
    public void find(Scan scan) {
        DigitGroups groups = scan.groups();
        for (int first = 0; first < groups.count(); first++) {
            int digits =
                    "23456".indexOf(scan.at(groups.start(first))) < 0
                            ? MOST + 1
                            : groups.size(first);
            int last = first;
            while (digits <= MOST) {
                if (digits >= FEWEST) {
                    card(scan, first, last);
                }
                if (++last >= groups.count() || groups.separator(last) == null) {
                    break;
                }
                digits += groups.size(last);
            }
        }
    }

    private static void card(Scan scan, int first, int last) {
        DigitGroups groups = scan.groups();
        int start = groups.start(first);
        int end = groups.end(last);
        String digits = groups.digits(first, last);
        if (!isIssued(digits) || !isLuhn(digits) || isFraction(scan, start)) {
            return;
        }
        String shape = groups.shape(first, last);
        boolean isUsual = SHAPES.contains(shape) || shape.length() == 2 * digits.length() - 1;
        boolean isGlued = Letters.isWord(scan.at(start - 1)) || Letters.isWord(scan.at(end));
        if ((isUsual && !isGlued) || Cues.CARD.before(scan, start) == Cues.Cue.FOR) {
            scan.claim(start, end, Entity.CREDIT_CARD);
        }
    }

    private static boolean isFraction(Scan scan, int start) {
        char before = scan.at(start - 1);
        return (before == '.' || before == ',') && Letters.isDigit(scan.at(start - 2));
    }

    /** Issuers by leading digits and length. */
    private static boolean isIssued(String digits) {
        int length = digits.length();
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        if (two >= 40 && two <= 49) {
            return length == 13 || length == 16 || length == 19;
        }
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059)) {
            return length == 14 || length == 16;
        }
        if (two == 62) {
            return length >= 16;
        }
        boolean isMastercard = (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
        boolean isJcb = four >= 3528 && four <= 3589;
        boolean isMaestro = two == 50 || (two >= 56 && two <= 58) || (two >= 60 && two <= 69);
        return (isMastercard || isJcb || isMaestro) && length == 16;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int twice = 2 * digit;
            sum += at % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
