package io.throughline.taggers.train;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.SentimentLabel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a column of a data file becomes a label; a row that no rule covers is left out.
 *
 * @param column name, or number from 1 in a file without a header; null when every row has the same
 *     label
 * @param values label by value of the column; empty when {@link #ranges} decide
 * @param ranges label by number in the column, both ends inclusive
 * @param all label of every row; null when the column decides
 * @param grades makes probabilities of the number in the column; null when labels are certain
 */
public record LabelRule(
        String column,
        Map<String, SentimentLabel> values,
        Map<SentimentLabel, Range> ranges,
        SentimentLabel all,
        Grades grades) {

    /**
     * The column {@code sentiment} with the names of labels in any case; what is neither a name nor
     * empty is a mistake.
     */
    static final LabelRule NAMES =
            new LabelRule(
                    "sentiment",
                    Arrays.stream(SentimentLabel.values())
                            .collect(Collectors.toMap(SentimentLabel::id, Function.identity())),
                    Map.of(),
                    null);

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

    /** A rule whose labels are certain. */
    public LabelRule(
            String column,
            Map<String, SentimentLabel> values,
            Map<SentimentLabel, Range> ranges,
            SentimentLabel all) {
        this(column, values, ranges, all, null);
    }

    /** How likely each label is for a row with that value in the column. */
    public Optional<SentimentDistribution> target(String value) {
        return grades == null
                ? label(value).map(SentimentDistribution::certain)
                : number(value).map(grades::at);
    }

    /** The label of a row with that value in the column. */
    public Optional<SentimentLabel> label(String value) {
        if (grades != null) {
            return number(value).map(grades::at).map(SentimentDistribution::label);
        }
        if (all != null) {
            return Optional.of(all);
        }
        if (!values.isEmpty()) {
            String name = value.strip();
            return Optional.ofNullable(
                    values.get(this == NAMES ? name.toLowerCase(Locale.ROOT) : name));
        }
        return number(value)
                .flatMap(
                        number ->
                                ranges.entrySet().stream()
                                        .filter(entry -> entry.getValue().holds(number))
                                        .map(Map.Entry::getKey)
                                        .findFirst());
    }

    private static Optional<Double> number(String value) {
        try {
            return Optional.of(Double.parseDouble(value.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
