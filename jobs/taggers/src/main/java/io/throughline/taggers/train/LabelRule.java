package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a column of a data file becomes a label; a row that no rule covers is left out.
 *
 * @param column name, or number from 1 in a file without a header; null when every row has the same
 *     label
 * @param values label by value of the column; empty when {@link #ranges} decide
 * @param ranges label by number in the column, both ends inclusive
 * @param all label of every row; null when the column decides
 */
public record LabelRule(
        String column,
        Map<String, SentimentLabel> values,
        Map<SentimentLabel, Range> ranges,
        SentimentLabel all) {

    /** An interval with both ends. */
    public record Range(double min, double max) {

        /** Whether the value lies in it. */
        public boolean holds(double value) {
            return value >= min && value <= max;
        }
    }

    public LabelRule {
        values = Map.copyOf(values);
        ranges = new EnumMap<>(ranges.isEmpty() ? new EnumMap<>(SentimentLabel.class) : ranges);
    }

    /** The label of a row with that value in the column. */
    public Optional<SentimentLabel> label(String value) {
        if (all != null) {
            return Optional.of(all);
        }
        if (!values.isEmpty()) {
            return Optional.ofNullable(values.get(value.strip()));
        }
        try {
            double number = Double.parseDouble(value.strip());
            return ranges.entrySet().stream()
                    .filter(entry -> entry.getValue().holds(number))
                    .map(Map.Entry::getKey)
                    .findFirst();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
