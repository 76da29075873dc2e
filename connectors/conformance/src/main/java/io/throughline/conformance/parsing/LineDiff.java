package io.throughline.conformance.parsing;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two lists of lines, for people: what went, what came, and of two long lines
 * that differ in one place that place and a little around it.
 */
final class LineDiff {

    private static final int MOST = 20;
    private static final int AROUND = 30;
    private static final int LONGEST = 160;

    private final List<String> expected;
    private final List<String> got;
    private final List<String> out = new ArrayList<>();

    private LineDiff(List<String> expected, List<String> got) {
        this.expected = expected;
        this.got = got;
    }

    /** Lines that begin with a minus, a plus; empty when the lists are equal. */
    static String of(List<String> expected, List<String> got) {
        LineDiff diff = new LineDiff(expected, got);
        diff.compare();
        if (diff.out.size() > MOST) {
            int more = diff.out.size() - MOST;
            return String.join("\n", diff.out.subList(0, MOST)) + "\n  … and " + more + " more";
        }
        return String.join("\n", diff.out);
    }

    private void compare() {
        int[][] common = common();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < got.size()) {
            if (i < expected.size() && j < got.size() && expected.get(i).equals(got.get(j))) {
                i++;
                j++;
            } else if (i < expected.size()
                    && j < got.size()
                    && common[i + 1][j + 1] == common[i][j]) {
                changed(i++, j++);
            } else if (j >= got.size()
                    || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                out.add("  - line " + (i + 1) + ": " + shortened(expected.get(i++), 0));
            } else {
                out.add("  + line " + (j + 1) + ": " + shortened(got.get(j++), 0));
            }
        }
    }

    private void changed(int i, int j) {
        String before = expected.get(i);
        String after = got.get(j);
        int first = 0;
        int least = Math.min(before.length(), after.length());
        while (first < least && before.charAt(first) == after.charAt(first)) {
            first++;
        }
        out.add("  - line " + (i + 1) + ": " + shortened(before, first));
        out.add("  + line " + (j + 1) + ": " + shortened(after, first));
    }

    /** A window of a long line, around the first difference. */
    private static String shortened(String line, int difference) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int from = Math.max(0, Math.min(difference - AROUND, line.length() - LONGEST));
        int to = Math.min(line.length(), from + LONGEST);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }

    /** Longest common subsequences of the ends of both lists. */
    private int[][] common() {
        int[][] common = new int[expected.size() + 1][got.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = got.size() - 1; j >= 0; j--) {
                common[i][j] =
                        expected.get(i).equals(got.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
