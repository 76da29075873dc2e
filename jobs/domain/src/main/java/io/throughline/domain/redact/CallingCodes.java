package io.throughline.domain.redact;

import java.util.Map;

/**
 * Country calling codes (ITU-T E.164) and how many digits follow them. Lengths are given for the
 * codes most in use; others have the range that the plan leaves.
 */
final class CallingCodes {

    private static final int MOST_DIGITS = 15;
    private static final int FEWEST_NATIONAL = 6;
    private static final int MOST_NATIONAL = 12;

    /** Two-digit codes; those of three begin with one of the other pairs. */
    private static final String TWO_DIGITS =
            " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63"
                    + " 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

    private static final String THREE_DIGITS_BEGIN =
            " 21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 80 85 87 88 96 97 99 ";

    private static final Map<String, Lengths> LENGTHS =
            Map.ofEntries(
                    Map.entry("31", new Lengths(9, 9)),
                    Map.entry("32", new Lengths(8, 9)),
                    Map.entry("33", new Lengths(9, 9)),
                    Map.entry("34", new Lengths(9, 9)),
                    Map.entry("41", new Lengths(9, 9)),
                    Map.entry("44", new Lengths(9, 10)),
                    Map.entry("45", new Lengths(8, 8)),
                    Map.entry("47", new Lengths(8, 8)),
                    Map.entry("48", new Lengths(9, 9)),
                    Map.entry("61", new Lengths(9, 9)),
                    Map.entry("65", new Lengths(8, 8)),
                    Map.entry("91", new Lengths(10, 10)),
                    Map.entry("351", new Lengths(9, 9)));

    private CallingCodes() {}

    /** Whether the digits, without plus sign or exit code, are a calling code and a number. */
    static boolean isNumber(String digits) {
        if (digits.length() > MOST_DIGITS || digits.length() < FEWEST_NATIONAL + 2) {
            return false;
        }
        char first = digits.charAt(0);
        if (first == '1') {
            return digits.length() == 11 && digits.charAt(1) >= '2' && digits.charAt(4) >= '2';
        }
        if (first == '7') {
            return digits.length() == 11;
        }
        String two = digits.substring(0, 2);
        if (TWO_DIGITS.contains(" " + two + " ")) {
            return isLong(two, digits.length() - 2);
        }
        return THREE_DIGITS_BEGIN.contains(" " + two + " ")
                && isLong(digits.substring(0, 3), digits.length() - 3);
    }

    private static boolean isLong(String code, int national) {
        Lengths lengths = LENGTHS.getOrDefault(code, new Lengths(FEWEST_NATIONAL, MOST_NATIONAL));
        return national >= lengths.fewest && national <= lengths.most;
    }

    private record Lengths(int fewest, int most) {}
}
