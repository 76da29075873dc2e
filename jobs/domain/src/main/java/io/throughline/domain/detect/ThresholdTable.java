package io.throughline.domain.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The thresholds of the usual settings, solved beforehand. {@link #main} writes the table anew:
 *
 * <pre>java -cp … io.throughline.domain.detect.ThresholdTable FILE DELTA...</pre>
 */
final class ThresholdTable {

    private static final String RESOURCE = "thresholds.csv";
    private static final double RATIO = 2;
    private static final int LEAST = 30;
    private static final long WINDOWS = 56 * 24 * 12;

    private ThresholdTable() {}

    static Map<ThresholdGrid.Node, Limits> read() {
        Map<ThresholdGrid.Node, Limits> table = new HashMap<>();
        try (InputStream in = ThresholdTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return table;
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                put(line.split(",", -1), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return table;
    }

    private static void put(String[] fields, Map<ThresholdGrid.Node, Limits> table) {
        table.put(
                new ThresholdGrid.Node(
                        Double.parseDouble(fields[0]),
                        Double.parseDouble(fields[1]),
                        Integer.parseInt(fields[2]),
                        Long.parseLong(fields[3]),
                        Integer.parseInt(fields[4]),
                        Integer.parseInt(fields[5]),
                        Integer.parseInt(fields[6])),
                new Limits(Double.parseDouble(fields[7]), Double.parseDouble(fields[8])));
    }

    /** Solves the usual settings for each delta and writes them to the file named first. */
    public static void main(String[] arguments) throws IOException {
        Map<ThresholdGrid.Node, Limits> table = new HashMap<>();
        for (String text : Arrays.asList(arguments).subList(1, arguments.length)) {
            double delta = Double.parseDouble(text);
            for (int outcomes = 0; outcomes < ThresholdGrid.OUTCOMES.length; outcomes++) {
                for (int share = 0; share < ThresholdGrid.SHARES.length; share++) {
                    for (int known = 0; known < ThresholdGrid.KNOWN.length; known++) {
                        ThresholdGrid.Node node =
                                new ThresholdGrid.Node(
                                        RATIO, delta, LEAST, WINDOWS, outcomes, share, known);
                        table.put(node, RuleSolver.solve(node.setting()));
                    }
                }
            }
        }
        try (PrintStream out = new PrintStream(arguments[0], StandardCharsets.US_ASCII)) {
            out.print("ratio,delta,least,windows,outcomes,share,known,threshold,limit\n");
            table.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(order()))
                    .forEach(entry -> out.print(line(entry.getKey(), entry.getValue())));
        }
    }

    private static Comparator<ThresholdGrid.Node> order() {
        return Comparator.comparingDouble(ThresholdGrid.Node::delta)
                .thenComparingInt(ThresholdGrid.Node::outcomes)
                .thenComparingInt(ThresholdGrid.Node::share)
                .thenComparingInt(ThresholdGrid.Node::known);
    }

    private static String line(ThresholdGrid.Node node, Limits limits) {
        return String.format(
                java.util.Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%d,%.3f,%.3f%n",
                node.ratio(),
                node.delta(),
                node.least(),
                node.windows(),
                node.outcomes(),
                node.share(),
                node.known(),
                limits.threshold(),
                limits.limit());
    }
}
