package io.throughline.local.provision;

/** Patterns of index names, in which {@code *} stands for any characters. */
final class Patterns {

    private Patterns() {}

    /** Whether there is a name that both match. */
    static boolean overlap(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return onlyStars(one) && onlyStars(other);
        }
        if (one.charAt(0) == '*') {
            return overlap(one.substring(1), other) || overlap(one, other.substring(1));
        }
        if (other.charAt(0) == '*') {
            return overlap(other, one);
        }
        return one.charAt(0) == other.charAt(0) && overlap(one.substring(1), other.substring(1));
    }

    private static boolean onlyStars(String rest) {
        return rest.chars().allMatch(character -> character == '*');
    }
}
