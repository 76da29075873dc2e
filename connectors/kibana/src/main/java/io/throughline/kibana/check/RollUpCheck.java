package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.check.Kql.Clause;
import io.throughline.kibana.check.Kql.Truth;
import java.util.List;
import java.util.Set;

/**
 * Sums over roll-ups count everything once. The same feedback is in its minute, its hour and its
 * day, in its channel, in all channels and in segments, so a query must keep to one of each; and an
 * average of sums means nothing.
 */
final class RollUpCheck {

    private static final Set<String> SUMS =
            Set.of(
                    "count",
                    "negative",
                    "neutral",
                    "positive",
                    "abstained",
                    "weightSum",
                    "scoreSum",
                    "squaredScoreSum",
                    "rated",
                    "ratedHighSaidNegative",
                    "ratedLowSaidPositive",
                    "termTotal",
                    "terms.count");

    private static final Set<String> AVERAGES =
            Set.of("average", "median", "percentile", "standard_deviation");

    private RollUpCheck() {}

    static void check(Report report, JsonNode layer, Fields fields, List<Clause> asked) {
        if (fields == null || !fields.has("windowSeconds")) {
            return;
        }
        boolean rollUps = false;
        for (JsonNode column : layer.path("columns")) {
            String field = column.path("sourceField").asText();
            rollUps |= SUMS.contains(field) || field.equals("terms.term");
            if (SUMS.contains(field) && AVERAGES.contains(column.path("operationType").asText())) {
                report.add("an average of the sums in " + field);
            }
        }
        if (rollUps) {
            check(report, asked);
        }
    }

    private static void check(Report report, List<Clause> asked) {
        boolean oneLength =
                List.of("60", "3600", "86400").stream()
                        .anyMatch(length -> surely(asked, Truth.ASKED, "windowSeconds", length));
        if (!oneLength) {
            report.add("adds up windows of several lengths");
        }
        if (!surely(asked, Truth.ASKED, "channel", "all")
                && !surely(asked, Truth.RULED_OUT, "channel", "all")) {
            report.add("adds up channels and their sum");
        }
        if (!surely(asked, Truth.RULED_OUT, "segment", "*")) {
            report.add("adds up segments and the whole");
        }
        if (asked.stream().noneMatch(clause -> clause.field().equals("journey"))) {
            report.add("adds up several journeys");
        }
    }

    private static boolean surely(List<Clause> asked, Truth truth, String field, String value) {
        return asked.stream().anyMatch(clause -> clause.surely(truth, field, value));
    }
}
