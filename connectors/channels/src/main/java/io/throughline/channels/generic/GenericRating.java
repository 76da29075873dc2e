package io.throughline.channels.generic;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Ratings;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Rating;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a customer gave, on the scale the record says or, where it says none, the one that is
 * usual for a field of that name: {@code nps} and {@code score} 0 to 10, {@code rating}, {@code
 * stars} and {@code csat} 1 to 5, {@code ces} 1 to 7.
 *
 * <p>A record says its scale with {@code min} and {@code max}, also as {@code ratingMin}, {@code
 * scoreMax} and the like, or with {@code scale}: {@code "1-5"}, or the best answer alone, where 10
 * and more begin at 0 and less at 1.
 */
final class GenericRating {

    private static final List<Named> NAMES =
            List.of(
                    new Named(List.of("nps", "npsscore", "likelihoodtorecommend", "ltr"), 0, 10),
                    new Named(List.of("rating", "stars", "starrating"), 1, 5),
                    new Named(List.of("csat", "csatscore", "satisfaction", "osat"), 1, 5),
                    new Named(List.of("ces", "cesscore", "effort", "effortscore"), 1, 7),
                    new Named(List.of("score"), 0, 10));
    private static final List<String> MIN =
            List.of("ratingmin", "minrating", "scoremin", "minscore", "scalemin", "min");
    private static final List<String> MAX =
            List.of("ratingmax", "maxrating", "scoremax", "maxscore", "scalemax", "max");
    private static final List<String> SCALE = List.of("scale", "ratingscale", "scorescale");
    private static final Pattern RANGE =
            Pattern.compile("\\s*(-?\\d{1,6})\\s*(?:-|–|to|\\.\\.)\\s*(-?\\d{1,6})\\s*");
    private static final int FROM_ZERO = 10;

    private final NamedFields fields;

    GenericRating(NamedFields fields) {
        this.fields = fields;
    }

    /**
     * @throws RejectedException {@code INVALID_FIELD} when it is no number of its scale
     */
    Optional<Rating> read() {
        for (Named named : NAMES) {
            JsonNode value = fields.first(named.names());
            if (!value.isMissingNode()) {
                return Optional.of(read(fields.nameOf(named.names()), value, named));
            }
        }
        return Optional.empty();
    }

    private Rating read(String name, JsonNode value, Named named) {
        NamedFields scale = fields;
        JsonNode number = value;
        if (value.isObject()) {
            scale = NamedFields.of(value);
            number = scale.first(List.of("value", "rating", "score"));
        }
        if (!number.isNumber() && !number.isTextual()) {
            throw RejectedException.invalid(name, "is no number");
        }
        double min = named.min();
        double max = named.max();
        Optional<Rating> range = range(scale.first(SCALE));
        if (range.isPresent()) {
            min = range.get().min();
            max = range.get().max();
        }
        min = bound(scale, MIN, min);
        max = bound(scale, MAX, max);
        if (!(min < max)) {
            throw RejectedException.invalid(name, "has a scale that ends where it begins");
        }
        return Ratings.of(name, number.asText(), min, max);
    }

    private static double bound(NamedFields fields, List<String> names, double otherwise) {
        JsonNode bound = fields.first(names);
        if (bound.isNumber() || bound.isTextual()) {
            return Ratings.of(fields.nameOf(names), bound.asText(), -1e6, 1e6).value();
        }
        return otherwise;
    }

    /** A scale as its lowest and highest answer, of which the value means nothing. */
    private static Optional<Rating> range(JsonNode scale) {
        if (Fields.absent(scale)) {
            return Optional.empty();
        }
        Matcher matcher = RANGE.matcher(scale.asText());
        int min;
        int max;
        if (matcher.matches()) {
            min = Integer.parseInt(matcher.group(1));
            max = Integer.parseInt(matcher.group(2));
        } else {
            max = scale.asInt(0);
            min = max >= FROM_ZERO ? 0 : 1;
        }
        return min < max ? Optional.of(new Rating(min, min, max)) : Optional.empty();
    }

    private record Named(List<String> names, int min, int max) {}
}
