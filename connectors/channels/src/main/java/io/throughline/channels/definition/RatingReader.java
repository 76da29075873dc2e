package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.yaml.YamlMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the {@code rating} block. */
final class RatingReader {

    private RatingReader() {}

    static RatingRule read(YamlMap block) {
        block.only("value", "min", "max", "values", "ignore");
        Values own = new Values(block);
        Expression value = own.requiredExpression("value");
        Map<String, Double> words = words(block);
        Expression min =
                bound(block, "min", words.isEmpty() ? null : Collections.min(words.values()));
        Expression max =
                bound(block, "max", words.isEmpty() ? null : Collections.max(words.values()));
        if (isNumber(min.toString())
                && isNumber(max.toString())
                && !(Double.parseDouble(min.toString()) < Double.parseDouble(max.toString()))) {
            block.error(block.has("max") ? "max" : "value", "'max' is above 'min'");
        }
        List<String> ignore = block.texts("ignore").stream().map(String::strip).toList();
        return new RatingRule(value, min, max, words, ignore);
    }

    private static Map<String, Double> words(YamlMap block) {
        Map<String, Double> words = new TreeMap<>();
        block.map("values")
                .ifPresent(
                        map -> {
                            for (String word : map.keys()) {
                                map.number(word)
                                        .ifPresent(number -> words.put(word.strip(), number));
                            }
                        });
        return words;
    }

    /** A number or an expression; of words the outermost where nothing is said. */
    private static Expression bound(YamlMap block, String key, Double otherwise) {
        if (!block.has(key)) {
            if (otherwise == null) {
                block.missing(key);
            }
            return Expression.constant(otherwise == null ? "" : otherwise.toString());
        }
        String text = block.text(key).orElse("");
        return isNumber(text)
                ? Expression.constant(text)
                : new Values(block).expression(key).orElse(Expression.constant(""));
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?");
    }
}
