package io.throughline.local.revise;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Corrections in a CSV: a header, then a row each. Columns {@code id}, and {@code sentiment},
 * {@code stage} (several parted by semicolons, or {@code none}) and {@code by} where there are
 * such. A value may be quoted; it holds no line break.
 */
public final class CorrectionFile {

    private static final Set<String> COLUMNS = Set.of("id", "sentiment", "stage", "by");

    private CorrectionFile() {}

    /**
     * The requests of a file.
     *
     * @param by who says so where a row does not tell
     * @param rejected is told a sentence on each row that makes no sense
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when its header has no id, or other columns
     */
    public static List<CorrectionRequest> read(Path file, String by, Consumer<String> rejected)
            throws IOException {
        List<CorrectionRequest> requests = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> header = header(file, reader.readLine());
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String place = file + ":" + number;
                    try {
                        requests.add(request(place, header, fields(line), by));
                    } catch (IllegalArgumentException e) {
                        rejected.accept(place + ": " + e.getMessage());
                    }
                }
            }
        }
        return requests;
    }

    private static List<String> header(Path file, String line) {
        String text = line == null ? "" : line.startsWith("\uFEFF") ? line.substring(1) : line;
        List<String> header =
                fields(text).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        if (!header.contains("id") || !COLUMNS.containsAll(header)) {
            throw new IllegalArgumentException(
                    file + ":1: the header names the columns: id, and of sentiment, stage and by");
        }
        return header;
    }

    private static CorrectionRequest request(
            String place, List<String> header, List<String> fields, String by) {
        if (fields.size() > header.size()) {
            throw new IllegalArgumentException(
                    fields.size() + " values for " + header.size() + " columns");
        }
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            row.put(header.get(column), fields.get(column));
        }
        String who = row.getOrDefault("by", "");
        return CorrectionRequest.of(
                place,
                row.getOrDefault("id", ""),
                row.getOrDefault("sentiment", ""),
                List.of(row.getOrDefault("stage", "").split(";")),
                who.isBlank() ? by : who);
    }

    /** The values of a line; a quote inside quotes is doubled. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        fields.add(field.toString());
        return fields;
    }
}
