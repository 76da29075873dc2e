package io.throughline.taggers.text;

/** Features with the places in the text that they came from. */
public final class FoundFeatures {

    private final Features features;
    private final FeatureBuffer buffer;
    private final Tokens tokens;

    FoundFeatures(FeatureBuffer buffer, Tokens tokens) {
        this.features = buffer.features();
        this.buffer = buffer;
        this.tokens = tokens;
    }

    /** The features, as the model takes them. */
    public Features features() {
        return features;
    }

    /** The tokens they were made of. */
    public Tokens tokens() {
        return tokens;
    }

    /** First token that a feature came from; -1 when it is of the text as a whole. */
    public int firstToken(int index) {
        return buffer.first(index);
    }

    /** Last token that a feature came from; -1 when it is of the text as a whole. */
    public int lastToken(int index) {
        return buffer.last(index);
    }
}
