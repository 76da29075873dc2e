package io.throughline.domain.redact;

/**
 * Says whether a run of hex digits and colons is an IPv6 address (RFC 4291, section 2.2), and not a
 * time, a ratio or a verse: one group has three digits or more, and there is a decimal digit.
 */
final class IpV6 {

    private static final int GROUPS = 8;

    private IpV6() {}

    static boolean isAddress(String run) {
        int gap = run.indexOf("::");
        if (run.indexOf(':') < 0 || (gap >= 0 && run.indexOf("::", gap + 1) >= 0)) {
            return false;
        }
        if (gap < 0) {
            return groups(run) == GROUPS && looksLikeOne(run);
        }
        int before = groups(run.substring(0, gap));
        int after = groups(run.substring(gap + 2));
        return before >= 0
                && after >= 0
                && before + after < GROUPS
                && before + after > 0
                && looksLikeOne(run);
    }

    /** How many 16-bit groups; a dotted quad at the end is two; -1 when it is none. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] groups = part.split(":", -1);
        int count = 0;
        for (int at = 0; at < groups.length; at++) {
            String group = groups[at];
            if (at == groups.length - 1 && IpFinder.v4End(group, 0) == group.length()) {
                count += 2;
            } else if (isGroup(group)) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String group) {
        return !group.isEmpty()
                && group.length() <= 4
                && group.chars().allMatch(c -> Letters.isHex((char) c));
    }

    private static boolean looksLikeOne(String run) {
        boolean hasDigit = run.chars().anyMatch(c -> Letters.isDigit((char) c));
        boolean hasLong = false;
        for (String group : run.split("[:.]", -1)) {
            hasLong |= group.length() > 2;
        }
        return hasDigit && hasLong;
    }
}
