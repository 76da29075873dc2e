package io.throughline.domain.redact;

/** Groups of digits that may be a telephone number, from the first to the last. */
record PhoneCandidate(Scan scan, int begin, int first, int last) {

    String digits() {
        return scan.groups().digits(first, last);
    }

    String shape() {
        return scan.groups().shape(first, last);
    }

    int end() {
        return scan.groups().end(last);
    }

    boolean isBare() {
        return first == last;
    }

    boolean hasPlus() {
        return scan.at(begin) == '+' || scan.at(begin + 1) == '+';
    }

    /** Whether the first group stands in parentheses, as area codes do. */
    boolean hasAreaInParentheses() {
        return scan.at(scan.groups().start(first) - 1) == '('
                && scan.at(scan.groups().end(first)) == ')';
    }

    /** Whether only spaces and line breaks stand between the groups. */
    boolean isSpaced() {
        for (int group = first + 1; group <= last; group++) {
            if (!scan.groups().separator(group).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Digits from the calling code on, without the trunk zero of {@code +44 (0)20}. */
    String internationalDigits() {
        DigitGroups groups = scan.groups();
        StringBuilder digits = new StringBuilder(20);
        for (int group = first; group <= last; group++) {
            boolean isTrunk =
                    group > first
                            && groups.size(group) == 1
                            && scan.at(groups.start(group)) == '0'
                            && scan.at(groups.start(group) - 1) == '('
                            && scan.at(groups.end(group)) == ')';
            if (!isTrunk) {
                digits.append(groups.digits(group, group));
            }
        }
        return digits.toString();
    }

    /** Whether it begins with 00 or 011 and a calling code. */
    boolean hasExitCode() {
        String digits = digits();
        if (digits.startsWith("00")) {
            return CallingCodes.isNumber(internationalDigits().substring(2));
        }
        return digits.startsWith("011")
                && scan.groups().size(first) == 3
                && digits.length() > 11
                && CallingCodes.isNumber(internationalDigits().substring(3));
    }

    /**
     * Whether no further group of the same kind stands before or behind, as in a list of numbers.
     */
    boolean isWholeRun() {
        DigitGroups groups = scan.groups();
        if (hasAreaInParentheses()) {
            return true;
        }
        boolean goesOnBefore =
                first > 0 && isSameKind(groups.separator(first), groups.start(first - 1));
        boolean goesOnBehind =
                last + 1 < groups.count()
                        && isSameKind(groups.separator(last + 1), groups.start(last + 1));
        return !goesOnBefore && !goesOnBehind;
    }

    private boolean isSameKind(String separator, int neighbour) {
        return separator != null
                && !isBare()
                && separator.equals(scan.groups().separator(last))
                && scan.isFree(neighbour, neighbour + 1);
    }

    /** Whether it is, or begins with, a calendar date, or is a span of years. */
    boolean isDate() {
        DigitGroups groups = scan.groups();
        if (isBare()) {
            return isCompactDate(digits());
        }
        if (last == first + 1) {
            return isYear(first) && isYear(last);
        }
        boolean isYearFirst = isYear(first) && isAtMost(first + 1, 12) && isAtMost(first + 2, 31);
        boolean isYearLast = isAtMost(first, 31) && isAtMost(first + 1, 31) && isYear(first + 2);
        boolean isShort =
                last <= first + 3
                        && isAtMost(first, 31)
                        && isAtMost(first + 1, 31)
                        && groups.size(first + 2) == 2
                        && !isSpaced();
        return !hasAreaInParentheses() && (isYearFirst || isYearLast || isShort);
    }

    private boolean isYear(int group) {
        int start = scan.groups().start(group);
        return scan.groups().size(group) == 4
                && (scan.text().startsWith("19", start) || scan.text().startsWith("20", start));
    }

    private boolean isAtMost(int group, int most) {
        return scan.groups().size(group) <= 2
                && Integer.parseInt(scan.groups().digits(group, group)) <= most;
    }

    /** As in 20260304, 04032026 or 20260304050607. */
    private static boolean isCompactDate(String digits) {
        if (digits.length() != 8 && digits.length() != 12 && digits.length() != 14) {
            return false;
        }
        return isDay(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8))
                || (digits.length() == 8
                        && isDay(
                                digits.substring(4),
                                digits.substring(2, 4),
                                digits.substring(0, 2)));
    }

    private static boolean isDay(String year, String month, String day) {
        int number = Integer.parseInt(month);
        int days = Integer.parseInt(day);
        return (year.startsWith("19") || year.startsWith("20"))
                && number >= 1
                && number <= 12
                && days >= 1
                && days <= 31;
    }
}
