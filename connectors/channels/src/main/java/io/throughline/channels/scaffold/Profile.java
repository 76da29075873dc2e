package io.throughline.channels.scaffold;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the values of a column are like.
 *
 * @param records how many records there are
 * @param present how many have a value
 * @param distinct how many different values
 * @param words mean number of words
 * @param length mean number of characters
 * @param least the smallest number; not a number when they are no numbers
 * @param most the greatest number; likewise
 * @param whole whether all are whole numbers
 * @param time how they are times; empty when they are none
 */
record Profile(
        int records,
        int present,
        int distinct,
        double words,
        double length,
        double least,
        double most,
        boolean whole,
        Optional<TimeGuess> time) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{1,9})?");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ()./-]{6,18}\\d");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,64}");
    private static final Pattern OPAQUE =
            Pattern.compile("(?=.*\\d)(?=.*\\p{Alpha})[\\p{Alnum}_-]{12,64}");
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2,3}");
    private static final Set<String> SWITCH =
            Set.of("true", "false", "yes", "no", "t", "f", "y", "n", "0", "1");

    /** Share of the values that must be of a kind. */
    private static final double NEARLY_ALL = 0.9;

    static Profile of(Column column) {
        List<String> texts = column.texts();
        int count = Math.max(1, texts.size());
        long numbers = texts.stream().filter(text -> NUMBER.matcher(text).matches()).count();
        boolean numeric = numbers >= NEARLY_ALL * count && !texts.isEmpty();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean whole = numeric;
        for (String text : texts) {
            if (numeric && NUMBER.matcher(text).matches()) {
                double value = Double.parseDouble(text.replace(',', '.'));
                least = Math.min(least, value);
                most = Math.max(most, value);
                whole &= value == Math.rint(value);
            }
        }
        return new Profile(
                column.values().size(),
                texts.size(),
                new HashSet<>(texts).size(),
                texts.stream().mapToInt(text -> SPACE.split(text).length).sum() / (double) count,
                texts.stream().mapToInt(String::length).sum() / (double) count,
                numeric ? least : Double.NaN,
                numeric ? most : Double.NaN,
                whole,
                column.isList() ? Optional.empty() : TimeGuess.of(texts));
    }

    /** The same with times written otherwise. */
    Profile with(TimeGuess guess) {
        return new Profile(
                records, present, distinct, words, length, least, most, whole, Optional.of(guess));
    }

    boolean numeric() {
        return !Double.isNaN(least);
    }

    /** Every record has one of its own. */
    boolean unique() {
        return present == records && distinct == present;
    }

    double fill() {
        return (double) present / Math.max(1, records);
    }

    /** Few values that come again and again, as far as that can be seen. */
    boolean repeats() {
        return present >= 4 && distinct <= 0.5 * present;
    }

    static boolean emails(Column column) {
        return nearlyAll(column, text -> EMAIL.matcher(text).matches());
    }

    static boolean phones(Column column) {
        return nearlyAll(column, text -> PHONE.matcher(text).matches());
    }

    static boolean addresses(Column column) {
        return nearlyAll(column, text -> ADDRESS.matcher(text).matches());
    }

    static boolean links(Column column) {
        return nearlyAll(column, text -> LINK.matcher(text).matches());
    }

    /** Made by a machine so that no two are the same. */
    static boolean uuids(Column column) {
        return nearlyAll(
                column, text -> UUID.matcher(text).matches() || OPAQUE.matcher(text).matches());
    }

    static boolean languages(Column column) {
        return nearlyAll(
                column,
                text ->
                        LANGUAGE.matcher(text).matches()
                                && io.throughline.channels.Languages.tagOf(text) != null);
    }

    static boolean countries(Column column) {
        return nearlyAll(column, text -> COUNTRY.matcher(text).matches());
    }

    static boolean switches(Column column) {
        return nearlyAll(column, text -> SWITCH.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static boolean nearlyAll(Column column, Predicate<String> kind) {
        List<String> texts = column.texts();
        return !texts.isEmpty() && texts.stream().filter(kind).count() >= NEARLY_ALL * texts.size();
    }
}
