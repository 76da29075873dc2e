package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.util.List;

/**
 * Where a rating is and its scale.
 *
 * @param value the number
 * @param min lowest possible answer
 * @param max highest possible answer
 * @param ignore values that mean "no answer" beside a blank one, e.g. {@code N/A}
 */
public record RatingRule(Expression value, double min, double max, List<String> ignore)
        implements Serializable {

    public RatingRule {
        ignore = List.copyOf(ignore);
    }
}
