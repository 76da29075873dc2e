package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a rating is and its scale.
 *
 * @param value the number, or a word of {@link #values}
 * @param min lowest possible answer: fixed, or of the record
 * @param max highest possible answer
 * @param values number by word, e.g. {@code Great: 3}
 * @param ignore values that mean "no answer" beside a blank one, e.g. {@code N/A}
 */
public record RatingRule(
        Expression value,
        Expression min,
        Expression max,
        Map<String, Double> values,
        List<String> ignore)
        implements Serializable {

    public RatingRule {
        values = new TreeMap<>(values);
        ignore = List.copyOf(ignore);
    }
}
