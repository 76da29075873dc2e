package io.throughline.domain.redact;

import java.util.Arrays;

/**
 * The runs of digits of a text, and what stands between neighbours. Numbers that people write in
 * groups are runs of groups.
 */
final class DigitGroups {

    private static final int LONGEST_SEPARATOR = 3;

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private String[] separators = new String[16];
    private int count;

    private DigitGroups(String text) {
        this.text = text;
    }

    static DigitGroups of(String text) {
        DigitGroups groups = new DigitGroups(text);
        for (int at = 0; at < text.length(); at++) {
            if (Letters.isDigit(text.charAt(at))) {
                int start = at;
                while (at < text.length() && Letters.isDigit(text.charAt(at))) {
                    at++;
                }
                groups.add(start, at);
            }
        }
        return groups;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    int size(int group) {
        return ends[group] - starts[group];
    }

    /** What stands between the group and the one before it; null when it is no mere separator. */
    String separator(int group) {
        return separators[group];
    }

    /** The digits of the groups from first to last. */
    String digits(int first, int last) {
        StringBuilder digits = new StringBuilder(24);
        for (int group = first; group <= last; group++) {
            digits.append(text, starts[group], ends[group]);
        }
        return digits.toString();
    }

    /** The sizes of the groups from first to last, e.g. {@code 3-3-4}. */
    String shape(int first, int last) {
        StringBuilder shape = new StringBuilder(12);
        for (int group = first; group <= last; group++) {
            shape.append(group == first ? "" : "-").append(size(group));
        }
        return shape.toString();
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            separators = Arrays.copyOf(separators, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        separators[count] = count == 0 ? null : between(ends[count - 1], start);
        count++;
    }

    private String between(int from, int to) {
        if (to - from > LONGEST_SEPARATOR) {
            return null;
        }
        for (int at = from; at < to; at++) {
            if (" -./()_\n\r".indexOf(text.charAt(at)) < 0) {
                return null;
            }
        }
        return text.substring(from, to);
    }
}
