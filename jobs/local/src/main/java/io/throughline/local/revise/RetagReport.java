package io.throughline.local.revise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.revise.Comparison.Side;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new version of the map changes.
 *
 * @param feedback live feedback that was looked at
 * @param already of it, what had this version before
 * @param written whether documents and lines were written, or only compared
 */
public record RetagReport(
        String journey,
        int version,
        long feedback,
        long already,
        boolean written,
        Comparison comparison) {

    private static final double TEN_THOUSANDTHS = 10_000;

    /** One JSON object. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("journey", journey)
                .put("version", version)
                .put("feedback", feedback)
                .put("retagged", comparison.feedback())
                .put("already", already)
                .put("changed", comparison.changed())
                .put("changedOfSilentTaggers", silent())
                .put("written", written)
                .put("abstainedBefore", rounded(comparison.abstained(comparison.before())))
                .put("abstainedAfter", rounded(comparison.abstained(comparison.after())));
        ObjectNode stages = json.putObject("stages");
        for (String stage : stages()) {
            ObjectNode one = stages.putObject(stage);
            side(one.putObject("before"), comparison.before().get(stage));
            side(one.putObject("after"), comparison.after().get(stage));
        }
        ArrayNode moves = json.putArray("moves");
        comparison
                .moves()
                .forEach(
                        (from, targets) ->
                                targets.forEach(
                                        (to, count) ->
                                                moves.addObject()
                                                        .put("from", from)
                                                        .put("to", to)
                                                        .put("count", count)));
        return json;
    }

    private static void side(ObjectNode json, Side side) {
        json.put("count", side == null ? 0 : side.count())
                .put("netSentiment", side == null ? 0 : rounded(side.netSentiment()));
    }

    private Set<String> stages() {
        Set<String> stages = new TreeSet<>(comparison.before().keySet());
        stages.addAll(comparison.after().keySet());
        return stages;
    }

    private long silent() {
        return comparison.changedOfSilent().values().stream().mapToLong(Long::longValue).sum();
    }

    /** A table for people. */
    public String table() {
        if (comparison.feedback() == 0) {
            return feedback == 0
                    ? "There is no feedback to tag anew.\n"
                    : String.format(
                            "All %,d feedback have version %d of journey %s already. If the map has"
                                    + " changed, raise its 'version'.%n",
                            feedback, version, journey);
        }
        StringBuilder table = new StringBuilder();
        line(table, "stage", "before", "after", "net sentiment before", "after");
        for (String stage : stages()) {
            Side before = comparison.before().get(stage);
            Side after = comparison.after().get(stage);
            line(table, stage, count(before), count(after), net(before), net(after));
        }
        table.append(
                String.format(
                        Locale.ROOT,
                        "%n%,d tagged anew, %,d with other stages, %,d had the version already;"
                                + " without a stage: %.1f %% before, %.1f %% after%n",
                        comparison.feedback(),
                        comparison.changed(),
                        already,
                        100 * comparison.abstained(comparison.before()),
                        100 * comparison.abstained(comparison.after())));
        comparison
                .moves()
                .forEach(
                        (from, targets) ->
                                targets.entrySet().stream()
                                        .filter(to -> !to.getKey().equals(from))
                                        .sorted(
                                                Map.Entry.<String, Long>comparingByValue()
                                                        .reversed())
                                        .forEach(to -> move(table, from, to)));
        if (silent() > 0) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%,d of the changes are not of the map alone: %s answered before"
                                    + " and does not now. What was learnt of other stages is"
                                    + " learnt anew from what comes in.%n",
                            silent(),
                            String.join(", ", comparison.changedOfSilent().keySet())));
        }
        if (!written) {
            table.append(String.format("Nothing was written.%n"));
        }
        return table.toString();
    }

    private static void move(StringBuilder table, String from, Map.Entry<String, Long> to) {
        table.append(
                String.format(Locale.ROOT, "%,8d  %s -> %s%n", to.getValue(), from, to.getKey()));
    }

    private static void line(
            StringBuilder table, String stage, String was, String is, String netWas, String netIs) {
        table.append(String.format("%-24s %9s %9s  %21s %7s%n", stage, was, is, netWas, netIs));
    }

    private static String count(Side side) {
        return String.format(Locale.ROOT, "%,d", side == null ? 0 : side.count());
    }

    private static String net(Side side) {
        return side == null ? "" : String.format(Locale.ROOT, "%.1f", side.netSentiment());
    }

    private static double rounded(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
