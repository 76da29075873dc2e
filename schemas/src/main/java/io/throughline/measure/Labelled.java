package io.throughline.measure;

/**
 * Labels of some feedback, counted.
 *
 * @param negative 0 or more, as the others
 */
public record Labelled(long negative, long neutral, long positive) {

    /** Nothing has a label. */
    public static final Labelled NONE = new Labelled(0, 0, 0);

    /** Feedback with a label. */
    public long total() {
        return negative + neutral + positive;
    }

    /** The sum of both. */
    public Labelled plus(Labelled other) {
        return new Labelled(
                negative + other.negative, neutral + other.neutral, positive + other.positive);
    }
}
