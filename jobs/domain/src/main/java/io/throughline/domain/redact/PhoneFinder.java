package io.throughline.domain.redact;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers. Digits alone say little, so there are four ways to be one, from the
 * surest on: a country's calling code; groups as only telephone numbers have them; a bare number of
 * a likely length in prose; and any digits after a word such as <em>call</em>. Words such as
 * <em>order</em> or <em>claim</em>, dates, prices and links speak against it.
 */
final class PhoneFinder implements Finder {

    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int MOST_WITH_PREFIX = 18;
    private static final int MOST_GROUPS = 8;
    private static final int LOOK_AHEAD = 32;

    private static final String CURRENCIES = "$€£¥₹";

    private static final Pattern SAYS_PHONE =
            Pattern.compile(
                    " ?\\((?:cell|mobile|home|work|phone|tel|handy|office)\\)"
                            + "| (?:is|was) (?:my|our) (?:[a-z]{1,12} )?(?:number|cell|mobile|phone)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern UNIT =
            Pattern.compile(
                    " ?(?:[%$€£¥₹°]|usd|eur|gbp|dollars?|euros?|pounds|points|miles|km|kg|units|views|"
                            + "followers|items|bytes|people|customers|times|years)(?![a-z])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTENSION =
            Pattern.compile("(?:x|ext)\\.? ?\\d", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NEVER_SHAPES = Set.of("5-4", "1-3-3", "1-3-3-3", "2-3-3");

    @Override
    public void find(Scan scan) {
        DigitGroups groups = scan.groups();
        for (int first = 0; first < groups.count(); first++) {
            if (!scan.isInLink(groups.start(first))) {
                first = Math.max(first, claimFrom(scan, first));
            }
        }
    }

    /** The last group of the number claimed, or -1. */
    private static int claimFrom(Scan scan, int first) {
        DigitGroups groups = scan.groups();
        int begin = begin(scan, groups.start(first));
        int digits = groups.size(first);
        int last = first;
        while (last + 1 < groups.count()
                && last - first + 1 < MOST_GROUPS
                && digits + groups.size(last + 1) <= MOST_WITH_PREFIX
                && groups.separator(last + 1) != null) {
            digits += groups.size(++last);
        }
        Cues.Cue cue = null;
        for (; digits >= FEWEST; digits -= groups.size(last--)) {
            PhoneCandidate candidate = new PhoneCandidate(scan, begin, first, last);
            boolean isPossible =
                    digits <= MOST_WITH_PREFIX
                            && (candidate.hasPlus() || candidate.isWholeRun())
                            && scan.isFree(begin, groups.end(last));
            if (isPossible) {
                cue = cue == null ? Cues.PHONE.before(scan, begin) : cue;
                if (isPhone(scan, candidate, cue)) {
                    scan.claim(begin, groups.end(last), Entity.PHONE_NUMBER);
                    return last;
                }
            }
        }
        return -1;
    }

    /** Where the number begins, with its plus sign and opening parenthesis. */
    private static int begin(Scan scan, int start) {
        int begin = start;
        if (scan.at(begin - 1) == '(') {
            begin--;
        }
        if (scan.at(begin - 1) == '+') {
            begin--;
        } else if (scan.at(begin - 1) == ' ' && scan.at(begin - 2) == '+') {
            begin -= 2;
        }
        return scan.at(begin) == '+' && scan.at(begin - 1) == '(' ? begin - 1 : begin;
    }

    private static boolean isPhone(Scan scan, PhoneCandidate candidate, Cues.Cue cue) {
        if (!isAlone(scan, candidate, cue) || candidate.isDate()) {
            return false;
        }
        if (candidate.hasPlus()) {
            return CallingCodes.isNumber(candidate.internationalDigits());
        }
        if (cue == Cues.Cue.AGAINST_DIRECTLY || isAmount(scan, candidate)) {
            return false;
        }
        if (candidate.hasExitCode() || PhoneShapes.isUnmistakable(candidate)) {
            return true;
        }
        boolean isSaid = cue == Cues.Cue.FOR || isSaidAfter(scan, candidate.end());
        if (candidate.isBare() && PhoneShapes.isLikelyBare(candidate.digits())) {
            return isSaid || (cue == Cues.Cue.NONE && scan.isProse());
        }
        return isSaid
                && candidate.digits().length() <= MOST
                && !NEVER_SHAPES.contains(candidate.shape());
    }

    /** Not a part of a longer word, number, tag or fraction. */
    private static boolean isAlone(Scan scan, PhoneCandidate candidate, Cues.Cue cue) {
        char before = scan.at(candidate.begin() - 1);
        char after = scan.at(candidate.end());
        boolean isGlued =
                Letters.isWord(before) && !(Letters.isAsciiLetter(before) && cue == Cues.Cue.FOR);
        boolean goesOnBefore =
                ".,/-:*".indexOf(before) >= 0 && Letters.isDigit(scan.at(candidate.begin() - 2));
        boolean goesOnAfter =
                ".,/-:*'".indexOf(after) >= 0 && Letters.isDigit(scan.at(candidate.end() + 1));
        boolean isTag = before == '#' || before == '@' || before == '&';
        boolean isExtended = matches(EXTENSION, scan, candidate.end());
        return !isGlued
                && !isTag
                && !(before != 0 && goesOnBefore)
                && !(after != 0 && goesOnAfter)
                && (!Letters.isWord(after) || isExtended);
    }

    private static boolean isAmount(Scan scan, PhoneCandidate candidate) {
        char before = scan.at(candidate.begin() - 1);
        char sign = before == ' ' ? scan.at(candidate.begin() - 2) : before;
        return (sign != 0 && CURRENCIES.indexOf(sign) >= 0) || matches(UNIT, scan, candidate.end());
    }

    private static boolean isSaidAfter(Scan scan, int end) {
        return matches(SAYS_PHONE, scan, end);
    }

    private static boolean matches(Pattern pattern, Scan scan, int at) {
        Matcher matcher = pattern.matcher(scan.text());
        return matcher.region(at, Math.min(scan.text().length(), at + LOOK_AHEAD)).lookingAt();
    }
}
