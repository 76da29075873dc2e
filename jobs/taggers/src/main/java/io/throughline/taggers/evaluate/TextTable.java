package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns: texts to the left, numbers to the right. */
final class TextTable {

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String space = " ".repeat(widths[column] - row[column].length());
                boolean left = !isNumber(column);
                line.append(column == 0 ? "" : "  ")
                        .append(left ? row[column] + space : space + row[column]);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    /** Whether everything below the header starts with a digit, or there is nothing there. */
    private boolean isNumber(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row[column])
                .allMatch(
                        cell ->
                                cell.isEmpty()
                                        || cell.equals("-")
                                        || Character.isDigit(cell.charAt(0)));
    }
}
