package io.throughline.taggers.evaluate;

/** Answers made by hand. */
final class Answers {

    private Answers() {}

    static Answer right(double confidence) {
        return new Answer("positive", "positive", null, confidence, 1);
    }

    static Answer wrong(double confidence) {
        return new Answer("positive", "negative", null, confidence, 1);
    }

    static Answer silent() {
        return new Answer("positive", null, "unsure", 0, 1);
    }
}
