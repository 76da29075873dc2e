package io.throughline.taggers.encoder;

/**
 * The numbers of a text's word pieces, pooled in each of the usual ways; not scaled.
 *
 * @param pieces word pieces that were read, counting the two that mark the ends
 * @param mean over all pieces
 * @param first those of the piece that marks the beginning, which attends to all others
 * @param max over the pieces between the ends
 */
public record Pooled(int pieces, float[] mean, float[] first, float[] max) {

    /** One of the poolings. */
    public float[] by(Pooling pooling) {
        return switch (pooling) {
            case MEAN -> mean;
            case FIRST -> first;
            case MAX -> max;
        };
    }
}
