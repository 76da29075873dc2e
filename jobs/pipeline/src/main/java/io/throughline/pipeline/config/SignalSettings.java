package io.throughline.pipeline.config;

import io.throughline.domain.rollup.Segments;
import io.throughline.measure.ChannelWeights;
import java.io.Serializable;
import java.util.Objects;

/**
 * How feedback is rolled up and read.
 *
 * @param segments that hours and days are parted by
 * @param channelCap most that a channel weighs in a stage's net sentiment, see {@link
 *     ChannelWeights}
 */
public record SignalSettings(Segments segments, double channelCap) implements Serializable {

    /** No segments, half of the score at most. */
    public static final SignalSettings DEFAULT =
            new SignalSettings(Segments.NONE, ChannelWeights.DEFAULT_CAP);

    public SignalSettings {
        Objects.requireNonNull(segments, "segments");
    }
}
