package io.throughline.local.alerts;

/** How far two ids are apart. */
final class Spelling {

    private Spelling() {}

    /**
     * Fewest insertions, removals and replacements that make one the other (Levenshtein, Soviet
     * Physics Doklady 10, 1966, 707–710).
     */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int same = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(same, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }

    /** Whether one may be a slip of the other: at most a third of it differs. */
    static boolean near(String one, String other) {
        return distance(one, other) * 3 <= Math.max(one.length(), other.length());
    }
}
