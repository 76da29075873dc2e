package io.throughline.stack.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code docs/metrics.md}: names as they are scraped, and their labels. */
public final class MetricReference {

    private static final Path PAGE = Path.of("../../docs/metrics.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-zA-Z0-9_]+)` \\| (\\w+) \\|([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");

    /** What every figure of a job has on a cluster and in this process. */
    private static final Set<String> OF_JOBS = Set.of("job_name", "task_name", "operator_name");

    private MetricReference() {}

    /** Labels by name; a histogram has its three names. */
    public static Map<String, Set<String>> read() {
        Map<String, Set<String>> names = new TreeMap<>();
        Matcher row = ROW.matcher(text());
        while (row.find()) {
            Set<String> labels = new TreeSet<>();
            Matcher label = LABEL.matcher(row.group(3));
            while (label.find()) {
                labels.add(label.group(1));
            }
            if (row.group(1).startsWith("flink_")) {
                labels.addAll(OF_JOBS);
            }
            if (row.group(2).equals("histogram")) {
                names.put(row.group(1) + "_sum", labels);
                names.put(row.group(1) + "_count", labels);
                Set<String> buckets = new TreeSet<>(labels);
                buckets.add("le");
                names.put(row.group(1) + "_bucket", buckets);
            } else {
                names.put(row.group(1), labels);
            }
        }
        return names;
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
