package io.throughline.local.nab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The series of the benchmark with their labelled windows, in the order of their paths.
 *
 * <p>Only labelled files count, and of these the ones that are there: the published figures are
 * over all 58, and a copy without some of them is another benchmark. {@link #missing} names what is
 * not there.
 *
 * @param missing files that are labelled and absent
 */
public record NabCorpus(List<NabSeries> series, List<String> missing) {

    /**
     * Reads a copy of the benchmark's repository, of which {@code data} and {@code
     * labels/combined_windows.json} are needed.
     *
     * @throws NabFormatException when a file is not as it should be, or none is there
     */
    public static NabCorpus read(Path directory) throws IOException {
        Path labels = directory.resolve("labels").resolve("combined_windows.json");
        if (!Files.isRegularFile(labels)) {
            throw new NabFormatException(
                    "there is no " + labels + ": name a copy of the Numenta Anomaly Benchmark");
        }
        List<NabSeries> series = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> labelled : labelled(labels).entrySet()) {
            Path file = directory.resolve("data").resolve(labelled.getKey());
            if (Files.isRegularFile(file)) {
                series.add(series(labelled.getKey(), file, labelled.getValue()));
            } else {
                missing.add(labelled.getKey());
            }
        }
        if (series.isEmpty()) {
            throw new NabFormatException(
                    "none of the files of " + labels + " is in " + directory.resolve("data"));
        }
        return new NabCorpus(List.copyOf(series), List.copyOf(missing));
    }

    /** All labelled files by name, whether they are there or not. */
    List<String> labelled() {
        return Stream.concat(series.stream().map(NabSeries::file), missing.stream())
                .sorted()
                .toList();
    }

    private static Map<String, JsonNode> labelled(Path labels) throws IOException {
        Map<String, JsonNode> files = new TreeMap<>();
        try {
            new ObjectMapper()
                    .readTree(labels.toFile())
                    .properties()
                    .forEach(file -> files.put(file.getKey(), file.getValue()));
        } catch (JsonProcessingException e) {
            throw new NabFormatException(labels + " is not JSON: " + e.getOriginalMessage(), e);
        }
        return files;
    }

    private static NabSeries series(String name, Path file, JsonNode windows) throws IOException {
        NabTable table = NabTable.read(file);
        List<Instant> times = table.times();
        List<NabWindow> labelled = new ArrayList<>();
        for (JsonNode window : windows) {
            labelled.add(
                    new NabWindow(
                            row(name, times, window.path(0)), row(name, times, window.path(1))));
        }
        return new NabSeries(name, times, table.numbers("value"), List.copyOf(labelled));
    }

    /** A window begins and ends at times that the file has; the first row with it is meant. */
    private static int row(String name, List<Instant> times, JsonNode label) {
        try {
            int row = times.indexOf(NabTable.time(label.asText()));
            if (row >= 0) {
                return row;
            }
        } catch (DateTimeException e) {
            throw new NabFormatException("a label of " + name + " is no time: " + label, e);
        }
        throw new NabFormatException("a label of " + name + " is at no row of it: " + label);
    }
}
