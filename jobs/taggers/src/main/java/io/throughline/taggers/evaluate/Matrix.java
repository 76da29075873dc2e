package io.throughline.taggers.evaluate;

import io.throughline.model.StageSignal;
import io.throughline.taggers.evaluate.Scores.LabelScores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts of label against answer.
 *
 * <p>Cells are numbered, a row for each label and a column for each answer with "no answer" last,
 * so that a bootstrap can draw and count them by the million. "No answer" counts as given to the
 * label {@code unassigned}, when there is one.
 */
final class Matrix {

    private final List<String> names;
    private final long[] cells;

    private Matrix(List<String> names, long[] cells) {
        this.names = names;
        this.cells = cells;
    }

    static Matrix of(List<Answer> answers) {
        TreeSet<String> found = new TreeSet<>();
        for (Answer answer : answers) {
            found.add(answer.label());
            if (answer.isGiven()) {
                found.add(answer.given());
            }
        }
        List<String> names = List.copyOf(found);
        Matrix matrix = new Matrix(names, new long[names.size() * (names.size() + 1)]);
        for (int cell : matrix.cellsOf(answers)) {
            matrix.cells[cell]++;
        }
        return matrix;
    }

    /** The number of the cell that each answer is counted in. */
    int[] cellsOf(List<Answer> answers) {
        Map<String, Integer> index = new TreeMap<>();
        for (String name : names) {
            index.put(name, index.size());
        }
        int[] cells = new int[answers.size()];
        for (int i = 0; i < cells.length; i++) {
            Answer answer = answers.get(i);
            int column = answer.isGiven() ? index.get(answer.given()) : names.size();
            cells[i] = index.get(answer.label()) * (names.size() + 1) + column;
        }
        return cells;
    }

    /** The same labels with other counts. */
    Matrix with(long[] counts) {
        return new Matrix(names, counts);
    }

    int size() {
        return cells.length;
    }

    long labelled() {
        return Arrays.stream(cells).sum();
    }

    long answered() {
        long answered = 0;
        for (int row = 0; row < names.size(); row++) {
            answered += answered(row);
        }
        return answered;
    }

    long right() {
        long right = 0;
        for (int row = 0; row < names.size(); row++) {
            right += cell(row, row);
        }
        return right;
    }

    /** Right of answered, 0 to 1; 0 when nothing was answered. */
    double accuracy() {
        return ratio(right(), answered());
    }

    /** Mean F1 of the labels that people gave, 0 to 1. */
    double macroF1() {
        double sum = 0;
        int labels = 0;
        for (int row = 0; row < names.size(); row++) {
            if (labelled(row) > 0) {
                labels++;
                sum += of(row).f1();
            }
        }
        return labels == 0 ? 0 : sum / labels;
    }

    /** By name: how well it was found. */
    Map<String, LabelScores> labels() {
        Map<String, LabelScores> labels = new TreeMap<>();
        for (int row = 0; row < names.size(); row++) {
            labels.put(names.get(row), of(row));
        }
        return labels;
    }

    /** By label, by answer: rows; what did not occur is left out. */
    Map<String, Map<String, Long>> confusion() {
        Map<String, Map<String, Long>> confusion = new TreeMap<>();
        for (int row = 0; row < names.size(); row++) {
            for (int column = 0; column < names.size(); column++) {
                if (cell(row, column) > 0) {
                    confusion
                            .computeIfAbsent(names.get(row), name -> new TreeMap<>())
                            .put(names.get(column), cell(row, column));
                }
            }
        }
        return confusion;
    }

    private LabelScores of(int name) {
        boolean toAbstain = names.get(name).equals(StageSignal.UNASSIGNED);
        long given = 0;
        for (int row = 0; row < names.size(); row++) {
            given += cell(row, name) + (toAbstain ? cell(row, names.size()) : 0);
        }
        double precision = ratio(cell(name, name), given);
        double recall = ratio(cell(name, name), answered(name));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new LabelScores(labelled(name), given, precision, recall, f1);
    }

    private long cell(int row, int column) {
        return cells[row * (names.size() + 1) + column];
    }

    private long answered(int row) {
        return labelled(row) - cell(row, names.size());
    }

    private long labelled(int row) {
        long sum = 0;
        for (int column = 0; column <= names.size(); column++) {
            sum += cell(row, column);
        }
        return sum;
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
