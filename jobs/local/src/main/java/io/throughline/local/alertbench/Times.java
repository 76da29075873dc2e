package io.throughline.local.alertbench;

import java.time.Duration;

/**
 * When what happens in a trial, in seconds from the begin of the stream.
 *
 * @param watchFrom everybody has learnt
 * @param changeAt the change begins
 * @param changeUntil and ends
 * @param end of a stream with a change
 * @param quietUntil end of a stream without one
 */
public record Times(long watchFrom, long changeAt, long changeUntil, long end, long quietUntil) {

    private static final Duration LEARNING = Duration.ofDays(14);
    private static final Duration SETTLING = Duration.ofDays(3);
    private static final double MANY = 50;
    private static final double SOME = 5;

    /**
     * The less feedback, the longer the change lasts: three days, one week, two weeks. The stream
     * goes on as long again.
     *
     * @param quiet time that is watched without a change
     */
    static Times of(double perHour, Duration quiet) {
        Duration change =
                perHour > MANY
                        ? Duration.ofDays(3)
                        : perHour > SOME ? Duration.ofDays(7) : Duration.ofDays(14);
        long at = LEARNING.plus(SETTLING).toSeconds();
        return new Times(
                LEARNING.toSeconds(),
                at,
                at + change.toSeconds(),
                at + 2 * change.toSeconds(),
                LEARNING.plus(quiet).toSeconds());
    }

    double changeHours() {
        return (changeUntil - changeAt) / 3600.0;
    }
}
