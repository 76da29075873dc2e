package io.throughline.channels.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References such as {@code ${config.appId}}, {@code ${secret.typeform}} and {@code ${page}} in the
 * texts of a definition. They stay as they are written until something is about to be sent, so that
 * a definition never holds a secret.
 */
public final class Placeholders {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private Placeholders() {}

    /** The names referred to, in their order, e.g. {@code config.appId}. */
    public static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The text with every reference replaced.
     *
     * @param values gives the value of a name such as {@code config.appId}; null when there is none
     * @throws IllegalArgumentException when a name has no value; the message names it
     */
    public static String resolve(String text, Function<String, String> values) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        match -> {
                            String value = values.apply(match.group(1));
                            if (value == null) {
                                throw new IllegalArgumentException(
                                        "${" + match.group(1) + "} has no value");
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }
}
