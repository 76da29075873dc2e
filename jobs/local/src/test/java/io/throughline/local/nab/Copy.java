package io.throughline.local.nab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

/** A small benchmark of our own in the benchmark's format. */
public final class Copy {

    private static final int MINUTES_A_ROW = 5;

    private final Path directory;

    private Copy(Path directory) {
        this.directory = directory;
    }

    /**
     * Two series of 2,000 rows: one jumps within its labelled window, nothing happens in the other.
     */
    public static Copy in(Path directory) {
        Copy copy = new Copy(directory);
        copy.series("calm/level.csv", 2_000, row -> 50 + row * 7 % 5);
        copy.series("lively/jump.csv", 2_000, row -> 50 + row * 7 % 5 + (row >= 1_500 ? 100 : 0));
        copy.labels(
                """
                {"calm/level.csv": [],
                 "lively/jump.csv": [["%s.000000", "%s.000000"]]}
                """
                        .formatted(time(1_480), time(1_579)));
        return copy;
    }

    Copy labels(String json) {
        return write("labels/combined_windows.json", json);
    }

    Copy series(String file, int rows, IntToDoubleFunction value) {
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        for (int row = 0; row < rows; row++) {
            csv.append(time(row)).append(',').append(value.applyAsDouble(row)).append('\n');
        }
        return write("data/" + file, csv.toString());
    }

    /** What a detector said of a file, as the benchmark publishes it. */
    public Copy results(String detector, String file, int rows, IntToDoubleFunction score) {
        StringBuilder csv = new StringBuilder("timestamp,value,anomaly_score,label\n");
        for (int row = 0; row < rows; row++) {
            csv.append(time(row)).append(",1.0,").append(score.applyAsDouble(row)).append(",0\n");
        }
        int slash = file.indexOf('/') + 1;
        return write(
                "results/"
                        + detector
                        + "/"
                        + file.substring(0, slash)
                        + detector
                        + "_"
                        + file.substring(slash),
                csv.toString());
    }

    Copy write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String time(int row) {
        int minutes = row * MINUTES_A_ROW;
        return "2024-01-%02d %02d:%02d:00"
                .formatted(1 + minutes / 1_440, minutes / 60 % 24, minutes % 60);
    }
}
