package io.throughline.domain.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds US social security, UK national insurance and UK health service numbers. */
final class NationalIdFinder implements Finder {

    private static final Pattern INSURANCE =
            Pattern.compile(
                    "(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
                            + "(?:\\d{6}|([ -])\\d{6}\\1|[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}[ -]?)"
                            + "[A-D](?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> NEVER_ISSUED =
            Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ");

    @Override
    public void find(Scan scan) {
        DigitGroups groups = scan.groups();
        for (int group = 0; group < groups.count(); group++) {
            if (groups.size(group) == 9
                    && Cues.SOCIAL_SECURITY.before(scan, groups.start(group)) == Cues.Cue.FOR) {
                socialSecurity(scan, group, group);
            } else if (groups.size(group) == 10) {
                healthService(scan, group, group);
            } else if (groups.size(group) == 3 && isRun(groups, group, group + 2)) {
                switch (groups.shape(group, group + 2)) {
                    case "3-2-4" -> socialSecurity(scan, group, group + 2);
                    case "3-3-4" -> healthService(scan, group, group + 2);
                    default -> {}
                }
            }
        }
        insurance(scan);
    }

    private static void socialSecurity(Scan scan, int first, int last) {
        DigitGroups groups = scan.groups();
        String digits = groups.digits(first, last);
        boolean isIssued =
                !digits.startsWith("000")
                        && !digits.startsWith("666")
                        && !digits.startsWith("9")
                        && !digits.startsWith("00", 3)
                        && !digits.endsWith("0000");
        boolean isWritten =
                first < last
                        && "-".equals(groups.separator(last))
                        && "-".equals(groups.separator(last - 1));
        if (isIssued
                && isAlone(scan, groups.start(first), groups.end(last))
                && (isWritten
                        || Cues.SOCIAL_SECURITY.before(scan, groups.start(first))
                                == Cues.Cue.FOR)) {
            scan.claim(groups.start(first), groups.end(last), Entity.US_SSN);
        }
    }

    private static void healthService(Scan scan, int first, int last) {
        DigitGroups groups = scan.groups();
        int start = groups.start(first);
        if (Cues.HEALTH_SERVICE.before(scan, start) == Cues.Cue.FOR
                && isAlone(scan, start, groups.end(last))
                && isModulo11(groups.digits(first, last))) {
            scan.claim(start, groups.end(last), Entity.UK_NHS);
        }
    }

    /** The check digit of NHS numbers: weights 10 to 2, modulo 11. */
    private static boolean isModulo11(String digits) {
        int sum = 0;
        for (int at = 0; at < 9; at++) {
            sum += (10 - at) * (digits.charAt(at) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
    }

    private static void insurance(Scan scan) {
        Matcher matcher = INSURANCE.matcher(scan.text());
        while (matcher.find()) {
            String prefix = matcher.group().substring(0, 2).toUpperCase(Locale.ROOT);
            if (!NEVER_ISSUED.contains(prefix)) {
                scan.claim(matcher.start(), matcher.end(), Entity.UK_NINO);
            }
        }
    }

    private static boolean isRun(DigitGroups groups, int first, int last) {
        if (last >= groups.count()) {
            return false;
        }
        for (int group = first + 1; group <= last; group++) {
            if (groups.separator(group) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlone(Scan scan, int start, int end) {
        return !Letters.isWord(scan.at(start - 1))
                && !Letters.isWord(scan.at(end))
                && scan.at(start - 1) != '-'
                && scan.at(end) != '-';
    }
}
