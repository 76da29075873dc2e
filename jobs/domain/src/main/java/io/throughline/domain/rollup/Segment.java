package io.throughline.domain.rollup;

import io.throughline.model.Feedback;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A way to part the feedback of a stage: by product, region, language. The number of its values is
 * bounded beforehand, by a list or by a standard, and everything else is {@link #OTHER}: were it
 * the first so many to arrive, the same feedback in another order would give other roll-ups.
 *
 * @param name such as {@code product}
 * @param from where the value is: {@code language}, {@code locale} (its country), {@code
 *     touchpoint}, {@code source}, or {@code extras.KEY}
 * @param values that are told apart, however they are capitalized; empty for those of a standard
 */
public record Segment(String name, String from, List<String> values) implements Serializable {

    /** Value of what is not in the list or the standard. */
    public static final String OTHER = "other";

    /** Most values of one segment. */
    public static final int MOST_VALUES = 100;

    /** Longest name and longest value, in characters. */
    public static final int MOST_CHARACTERS = 64;

    /** Beginning of {@link #from} for an extra. */
    public static final String EXTRAS = "extras.";

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Segment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        values = List.copyOf(values);
    }

    /** Whether what this reads has values of a standard: languages and countries. */
    public static boolean isStandard(String from) {
        return from.equals("language") || from.equals("locale");
    }

    /** Whether that is a place where values are. */
    public static boolean isPlace(String from) {
        return switch (from) {
            case "language", "locale", "touchpoint", "source" -> true;
            default -> from.startsWith(EXTRAS) && from.length() > EXTRAS.length();
        };
    }

    /** {@code name=value}; null when the feedback has no value. */
    String of(Feedback feedback) {
        String value = raw(feedback);
        return value == null || value.isBlank() ? null : name + "=" + known(value.strip());
    }

    private String raw(Feedback feedback) {
        return switch (from) {
            case "language" -> feedback.language();
            case "locale" -> feedback.locale() == null ? null : country(feedback.locale());
            case "touchpoint" -> feedback.touchpoint();
            case "source" -> feedback.source();
            default -> feedback.extras().get(from.substring(EXTRAS.length()));
        };
    }

    private static String country(String locale) {
        return Locale.forLanguageTag(locale.replace('_', '-')).getCountry();
    }

    private String known(String value) {
        if (!values.isEmpty()) {
            return values.stream().filter(value::equalsIgnoreCase).findFirst().orElse(OTHER);
        }
        boolean standard =
                from.equals("language") ? LANGUAGES.contains(value) : COUNTRIES.contains(value);
        return standard ? value : OTHER;
    }
}
