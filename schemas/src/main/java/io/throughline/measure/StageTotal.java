package io.throughline.measure;

import java.util.Map;
import java.util.Optional;

/**
 * Net sentiment of a stage over its channels, each weighed by {@link ChannelWeights}, with a 95 %
 * confidence interval.
 *
 * <p>With weights w and net sentiments s the value is Σ w·s. Samples of channels are independent,
 * so the variances of the parts add up with the squares of their weights. Instead of symmetrical
 * variances the arms of each channel's own interval are put together by the method of variance
 * estimates recovery (Zou and Donner, see {@link NetSentimentChange}): the lower end is Σ w·s − √Σ
 * w²·(s − low)², the upper alike. With one channel, or where no cap bites, that would only be
 * narrower by the differences between channels: then it is the plain net sentiment, whose interval
 * does not take the mix of channels for granted.
 *
 * @param sentiment with the n of all channels
 * @param weights what each channel with labels weighs; they sum to 1
 * @param capped whether the loudest channel weighs less than its share
 */
public record StageTotal(NetSentiment sentiment, Map<String, Double> weights, boolean capped) {

    private static final double WHOLE = 100;

    public StageTotal {
        weights = Map.copyOf(weights);
    }

    /** The total; empty when nothing has a label. */
    public static Optional<StageTotal> of(Map<String, Labelled> channels, double cap) {
        Labelled all = channels.values().stream().reduce(Labelled.NONE, Labelled::plus);
        return NetSentiment.of(all.negative(), all.neutral(), all.positive())
                .map(plain -> weigh(plain, channels, ChannelWeights.of(channels, cap)));
    }

    private static StageTotal weigh(
            NetSentiment plain, Map<String, Labelled> channels, Map<String, Double> weights) {
        boolean capped =
                weights.entrySet().stream()
                        .anyMatch(
                                weight ->
                                        weight.getValue() * plain.n()
                                                < channels.get(weight.getKey()).total() - 1e-6);
        return new StageTotal(
                capped ? weighed(plain.n(), channels, weights) : plain, weights, capped);
    }

    private static NetSentiment weighed(
            long n, Map<String, Labelled> channels, Map<String, Double> weights) {
        double value = 0;
        double below = 0;
        double above = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            Labelled labels = channels.get(entry.getKey());
            double weight = entry.getValue();
            NetSentiment one =
                    NetSentiment.of(labels.negative(), labels.neutral(), labels.positive())
                            .orElseThrow();
            value += weight * one.value();
            below += square(weight * (one.value() - one.low()));
            above += square(weight * (one.high() - one.value()));
        }
        return new NetSentiment(
                n,
                value,
                Math.max(-WHOLE, value - Math.sqrt(below)),
                Math.min(WHOLE, value + Math.sqrt(above)));
    }

    private static double square(double number) {
        return number * number;
    }
}
