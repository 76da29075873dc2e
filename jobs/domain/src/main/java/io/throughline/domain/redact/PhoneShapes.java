package io.throughline.domain.redact;

import java.util.Set;
import java.util.regex.Pattern;

/** How national telephone numbers are written: sizes of their groups and first digits. */
final class PhoneShapes {

    /** North American Numbering Plan: area and exchange begin with 2 to 9, and no N11 area. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9](?!11)\\d\\d[2-9]\\d{6}");

    /** After a trunk zero, where the first group alone would be taken for a day or an hour. */
    private static final Set<String> SHORT_AREA =
            Set.of(
                    "2-8",
                    "2-7",
                    "2-4-4",
                    "2-2-2-2-2",
                    "2-3-2-2",
                    "2-3-3-2",
                    "2-3-4",
                    "2-4-3",
                    "2-3-2-3");

    private PhoneShapes() {}

    /** Whether nothing but telephone numbers looks like this. */
    static boolean isUnmistakable(PhoneCandidate candidate) {
        String digits = candidate.digits();
        if (candidate.isBare()) {
            return false;
        }
        return isNorthAmerican(candidate, digits)
                || isAreaInParentheses(candidate, digits)
                || hasTrunkZero(candidate, digits)
                || isOther(candidate.shape(), digits);
    }

    /** Whether a number without groups has the length and first digits of a telephone number. */
    static boolean isLikelyBare(String digits) {
        return switch (digits.length()) {
            case 10 ->
                    hasTrunkZero(digits)
                            || digits.charAt(0) >= '6'
                            || (NORTH_AMERICAN.matcher(digits).matches() && !isYearFirst(digits));
            case 11 -> NORTH_AMERICAN.matcher(digits).matches() || hasTrunkZero(digits);
            case 12 ->
                    digits.startsWith("015")
                            || digits.startsWith("016")
                            || digits.startsWith("017");
            default -> digits.startsWith("00") && CallingCodes.isNumber(digits.substring(2));
        };
    }

    /** File numbers often begin with the year: 2010 to 2029. */
    private static boolean isYearFirst(String digits) {
        return digits.startsWith("201") || digits.startsWith("202");
    }

    private static boolean isNorthAmerican(PhoneCandidate candidate, String digits) {
        boolean isValid = NORTH_AMERICAN.matcher(digits).matches();
        return switch (candidate.shape()) {
            case "3-3-4" -> isValid || !candidate.isSpaced();
            case "1-3-3-4" -> digits.charAt(0) == '1' && (isValid || !candidate.isSpaced());
            default -> false;
        };
    }

    private static boolean isAreaInParentheses(PhoneCandidate candidate, String digits) {
        int area = candidate.scan().groups().size(candidate.first());
        boolean isYear = area == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        return candidate.hasAreaInParentheses()
                && area >= 2
                && area <= 6
                && !isYear
                && digits.length() >= 8
                && digits.length() <= 12;
    }

    private static boolean hasTrunkZero(PhoneCandidate candidate, String digits) {
        String shape = candidate.shape();
        int area = candidate.scan().groups().size(candidate.first());
        return hasTrunkZero(digits)
                && digits.length() >= 9
                && digits.length() <= 12
                && shape.length() <= 11
                && (area == 2 ? SHORT_AREA.contains(shape) : area >= 3 && area <= 6)
                && shape.lastIndexOf("-1") != shape.length() - 2;
    }

    private static boolean hasTrunkZero(String digits) {
        return digits.charAt(0) == '0' && digits.charAt(1) != '0';
    }

    private static boolean isOther(String shape, String digits) {
        char first = digits.charAt(0);
        return switch (shape) {
            case "5-5" -> first >= '6'; // India
            case "3-4-4" -> first == '1' && digits.charAt(1) >= '3'; // China
            case "4-3-3" -> digits.startsWith("1300") || digits.startsWith("1800"); // Australia
            case "1-3-3-2-2" -> first == '8' || first == '7'; // Russia
            case "3-2-2-2" -> first >= '6'; // Spain
            default -> false;
        };
    }
}
