package io.throughline.local.nab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file of the benchmark: a header, times as {@code 2014-04-01 00:00:00} with or without a
 * fraction, numbers, and nothing quoted. Times are taken as UTC; the files do not say.
 */
final class NabTable {

    private final Path file;
    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    private NabTable(Path file, List<String> lines) {
        this.file = file;
        if (lines.isEmpty()) {
            throw new NabFormatException(file + " is empty");
        }
        this.header = Arrays.asList(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            rows.add(line.split(",", -1));
        }
    }

    static NabTable read(Path file) throws IOException {
        return new NabTable(file, Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    List<Instant> times() {
        int column = column("timestamp");
        List<Instant> times = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                times.add(time(cell(row, column)));
            } catch (DateTimeException e) {
                throw new NabFormatException(place(row) + " has no time: " + e.getMessage(), e);
            }
        }
        return times;
    }

    double[] numbers(String name) {
        int column = column(name);
        double[] numbers = new double[rows.size()];
        for (int row = 0; row < numbers.length; row++) {
            try {
                numbers[row] = Double.parseDouble(cell(row, column));
            } catch (NumberFormatException e) {
                throw new NabFormatException(place(row) + " has no number in " + name, e);
            }
        }
        return numbers;
    }

    /** A time as files and labels have them, e.g. with {@code .000000} at the end. */
    static Instant time(String text) {
        return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new NabFormatException(file + " has no column " + name);
        }
        return column;
    }

    private String cell(int row, int column) {
        String[] cells = rows.get(row);
        if (cells.length <= column) {
            throw new NabFormatException(place(row) + " has too few cells");
        }
        return cells[column];
    }

    private String place(int row) {
        return file + ", line " + (row + 2) + ",";
    }
}
