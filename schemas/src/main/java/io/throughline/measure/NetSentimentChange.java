package io.throughline.measure;

/**
 * How net sentiment moved between two separate sets of feedback, with a 95 % confidence interval;
 * all three -200 to 200.
 *
 * <p>The interval puts those of both sides together by the method of variance estimates recovery
 * for independent samples (G. Y. Zou, A. Donner, "Construction of confidence limits about effect
 * measures: a general approach", Statistics in Medicine 27, 2008, 1693–1702): each end takes from
 * either side the arm that points its way.
 */
public record NetSentimentChange(double value, double low, double high) {

    /** The change from one to the other; no feedback may be in both. */
    public static NetSentimentChange between(NetSentiment before, NetSentiment after) {
        double value = after.value() - before.value();
        double down = Math.hypot(after.value() - after.low(), before.high() - before.value());
        double up = Math.hypot(after.high() - after.value(), before.value() - before.low());
        return new NetSentimentChange(value, value - down, value + up);
    }
}
