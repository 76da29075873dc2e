package io.throughline.channels.formbricks;

import io.throughline.channels.Ratings;
import io.throughline.model.Rating;
import java.util.Set;

/**
 * A question.
 *
 * @param type such as {@code openText}; empty when unknown
 * @param range the highest answer of a rating; 0 when unknown
 */
record Question(String type, int range) {

    private static final Set<String> RATINGS = Set.of("nps", "csat", "ces", "rating");
    private static final Set<String> PERSONAL = Set.of("contactInfo", "address", "cal");
    private static final int MOST = 100;

    /** Whether its answer is a number on a known scale. */
    boolean isRating() {
        return RATINGS.contains(type);
    }

    /** Whether its answer is who somebody is or where they live. */
    boolean isPersonal() {
        return PERSONAL.contains(type);
    }

    boolean isUnknown() {
        return type.isEmpty();
    }

    boolean isText() {
        return type.equals("openText");
    }

    /** The answer on its scale: NPS 0 to 10, CSAT 1 to 5, CES 1 to 7, a rating 1 to its range. */
    Rating rating(String field, String number) {
        boolean given = range > 1 && range <= MOST;
        return switch (type) {
            case "nps" -> Ratings.steps(field, number, 0, 10);
            case "ces" -> Ratings.steps(field, number, 1, given ? range : 7);
            default -> Ratings.steps(field, number, 1, given ? range : 5);
        };
    }
}
