package io.throughline.local.alertbench;

import io.throughline.alert.AlertRules;
import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.simulate.SyntheticChannel;
import io.throughline.domain.detect.simulate.SyntheticStage;
import io.throughline.domain.detect.simulate.SyntheticWindows;
import io.throughline.local.alertbench.Scenario.Change;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Streams that are made up, with a negative share of a quarter.
 *
 * @param shape what they are like while nothing changes
 */
record SyntheticSource(Shape shape, double perHour) implements StreamSource {

    private static final double SHARE = 0.25;
    private static final double CORRELATION = 0.05;
    private static final Duration MIX_AFTER = Duration.ofDays(21);
    private static final List<SyntheticChannel> CHANNELS =
            List.of(
                    new SyntheticChannel("mobile", 0.55, 0.2, 0.15),
                    new SyntheticChannel("web", 0.3, 0.35, 0.3),
                    new SyntheticChannel("phone", 0.15, 0.45, 0.52));

    /** What a stream is like while nothing changes. */
    enum Shape {
        PLAIN("every label by itself, one channel"),
        BURSTS("labels of the same hour hang together (correlation .05), one channel"),
        NIGHTS("three channels, quiet nights"),
        MIX(
                "the mix of three channels shifts for good after a week: .25 become .37 negative,"
                        + " though no channel's customers feel otherwise");

        private final String what;

        Shape(String what) {
            this.what = what;
        }
    }

    @Override
    public String id() {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String what() {
        return shape.what;
    }

    @Override
    public WindowStream open(Times times, Optional<Change> change, long seed) {
        SyntheticStage base = SyntheticStage.steady(perHour, SHARE);
        SyntheticStage shaped =
                switch (shape) {
                    case PLAIN -> base;
                    case BURSTS -> base.withCorrelation(CORRELATION);
                    case NIGHTS -> base.withChannels(CHANNELS, SyntheticStage.NEVER).withNights();
                    case MIX -> base.withChannels(CHANNELS, MIX_AFTER);
                };
        SyntheticStage changed =
                change.map(
                                one ->
                                        shaped.withChange(
                                                Duration.ofSeconds(times.changeAt()),
                                                Duration.ofSeconds(times.changeUntil()),
                                                one.oddsRatio(),
                                                one.ramp()))
                        .orElse(shaped);
        SyntheticWindows windows = new SyntheticWindows(changed, AlertRules.DEFAULT.window(), seed);
        return new WindowStream() {
            @Override
            public WindowSums next() {
                return windows.next();
            }

            @Override
            public long position() {
                return windows.position();
            }
        };
    }
}
