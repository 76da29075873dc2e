package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.ExpressionException;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Typed values of a YAML mapping; notes a problem where one is not what it should be. */
final class Values {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB)?");
    private static final Pattern SIMPLE_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-][\\p{L}\\p{N} _.-]*");

    private final YamlMap map;

    Values(YamlMap map) {
        this.map = map;
    }

    Optional<Expression> expression(String key) {
        return map.text(key).flatMap(text -> parse(key, text));
    }

    /** A list of expressions; a single one counts as a list of one. */
    List<Expression> expressions(String key) {
        List<String> texts = map.texts(key);
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                expressions.add(Expression.parse(texts.get(i)));
            } catch (ExpressionException e) {
                map.errorAt(key, i, e.getMessage());
            }
        }
        return expressions;
    }

    Expression requiredExpression(String key) {
        String text = map.requiredText(key);
        return text.isEmpty() ? Expression.constant("") : parse(key, text).orElse(null);
    }

    /** An expression, or a plain word that stands for itself, e.g. {@code en}. */
    Optional<Expression> expressionOrWord(String key) {
        return map.text(key)
                .flatMap(
                        text ->
                                WORD.matcher(text).matches()
                                        ? Optional.of(Expression.constant(text))
                                        : parse(key, text));
    }

    /** An expression, or {@code true} or {@code false} for every record. */
    Optional<Expression> expressionOrBoolean(String key) {
        return map.text(key)
                .flatMap(
                        text ->
                                text.equals("true") || text.equals("false")
                                        ? Optional.of(Expression.constant(text))
                                        : parse(key, text));
    }

    /** A duration: {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d}, {@code 250ms} or ISO 8601. */
    Duration duration(String key, Duration otherwise) {
        Optional<String> text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher simple = SIMPLE_DURATION.matcher(text.get().strip());
        if (simple.matches()) {
            long number = Long.parseLong(simple.group(1));
            return positive(
                    key,
                    switch (simple.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    },
                    otherwise);
        }
        try {
            return positive(key, Duration.parse(text.get().strip()), otherwise);
        } catch (DateTimeParseException e) {
            map.error(key, "'" + text.get() + "' is no duration; write 90s, 5m, 2h, 1d or PT5M");
            return otherwise;
        }
    }

    private Duration positive(String key, Duration duration, Duration otherwise) {
        if (duration.isZero() || duration.isNegative()) {
            map.error(key, "a duration above zero is due");
            return otherwise;
        }
        return duration;
    }

    /** A size in bytes: {@code 65536}, {@code 64KiB} or {@code 4MiB}. */
    int size(String key, int otherwise, int most) {
        Optional<String> text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = SIZE.matcher(text.get().strip());
        if (!matcher.matches()) {
            map.error(key, "'" + text.get() + "' is no size; write 65536, 64KiB or 4MiB");
            return otherwise;
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        int shift = unit.equals("MiB") ? 20 : unit.equals("KiB") ? 10 : 0;
        long bytes = Long.parseLong(matcher.group(1)) << shift;
        if (bytes < 1 || bytes > most) {
            map.error(key, "'" + key + "' is 1 to " + most + " bytes");
            return otherwise;
        }
        return (int) bytes;
    }

    int whole(String key, int otherwise, int least, int most) {
        Optional<Long> number = map.integer(key);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            map.error(key, "'" + key + "' is " + least + " to " + most);
            return otherwise;
        }
        return number.map(Long::intValue).orElse(otherwise);
    }

    /** A mapping of texts. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        map.map(key)
                .ifPresent(
                        block -> {
                            for (String name : block.keys()) {
                                block.text(name).ifPresent(value -> texts.put(name, value));
                            }
                        });
        return texts;
    }

    private Optional<Expression> parse(String key, String text) {
        try {
            return Optional.of(Expression.parse(text));
        } catch (ExpressionException e) {
            map.error(key, e.getMessage());
            return Optional.empty();
        }
    }
}
