package io.throughline.channels;

import io.throughline.model.Rating;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Ratings read from what feeds write. */
public final class Ratings {

    /** Short and without exponent, so that reading it costs nothing whatever was sent. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,9})?");

    private Ratings() {}

    /**
     * A number on a scale; a comma may stand for the decimal point.
     *
     * @throws RejectedException {@code INVALID_FIELD} when it is none or lies outside the scale
     */
    public static Rating of(String field, String text, double min, double max) {
        double value = number(field, text);
        if (value < min || value > max) {
            throw RejectedException.invalid(
                    field, "is outside its scale " + plain(min) + " to " + plain(max));
        }
        return new Rating(value, min, max);
    }

    /**
     * A number; a comma may stand for the decimal point.
     *
     * @throws RejectedException {@code INVALID_FIELD} when it is none
     */
    public static double number(String field, String text) {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw RejectedException.invalid(field, "is no number");
        }
        return Double.parseDouble(number.replace(',', '.'));
    }

    /** A whole number on a scale of steps, such as stars. */
    public static Rating steps(String field, String text, int min, int max) {
        Rating rating = of(field, text, min, max);
        if (rating.value() != Math.rint(rating.value())) {
            throw RejectedException.invalid(field, "is no whole number");
        }
        return rating;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
