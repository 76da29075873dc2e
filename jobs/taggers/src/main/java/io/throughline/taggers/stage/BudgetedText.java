package io.throughline.taggers.stage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that an expression may look at only so often. */
final class BudgetedText implements CharSequence {

    /** Characters one search may look at. */
    static final int STEPS = 500_000;

    private final String text;
    private int left = STEPS;

    private BudgetedText(String text) {
        this.text = text;
    }

    /** Whether the expression occurs; false when it could not be told within the budget. */
    static boolean find(Pattern pattern, String text) {
        return span(pattern, text) != null;
    }

    /** Start and end of the first place; null when there is none or the budget does not do. */
    static int[] span(Pattern pattern, String text) {
        try {
            Matcher matcher = pattern.matcher(new BudgetedText(text));
            return matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
        } catch (SpentException | StackOverflowError e) {
            return null;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new SpentException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SpentException() {
            super("too many steps", null, false, false);
        }
    }
}
