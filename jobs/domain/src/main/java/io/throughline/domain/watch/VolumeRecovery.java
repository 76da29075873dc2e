package io.throughline.domain.watch;

import io.throughline.domain.detect.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether volume is back: a cumulative sum of log-likelihood ratios, an hour a step, of the
 * baseline against the level at which the alert fired, divided by the dispersion. It passes ln 100,
 * so that an hour's step of a stage that is still off ends the alert once in about a hundred tries.
 *
 * <p>Silence shows nothing: of what the baseline lets expect since the sum left 0, at least a third
 * must have come, and two at least.
 */
final class VolumeRecovery {

    private static final double THRESHOLD = Math.log(100);
    private static final double HALF = THRESHOLD / 2;
    private static final double LEAST_SHARE = 1.0 / 3;
    private static final int LEAST = 2;
    private static final double MOST_RATIO = 3;
    private static final double LEAST_RATIO = 1.5;

    private final double ratio;
    private double sum;
    private double due;
    private long came;

    /**
     * @param ratio of what came to what was due when it fired
     */
    VolumeRecovery(double ratio) {
        this.ratio =
                ratio > 1
                        ? Math.max(LEAST_RATIO, Math.min(MOST_RATIO, ratio))
                        : Math.min(1 / LEAST_RATIO, Math.max(1 / MOST_RATIO, ratio));
    }

    /** An hour more. */
    Phase next(long count, double expected, double dispersion) {
        sum = Math.max(0, sum + step(count, expected, dispersion));
        if (sum == 0) {
            due = 0;
            came = 0;
            return Phase.FIRING;
        }
        due += expected;
        came += count;
        boolean shown = came >= LEAST && came >= LEAST_SHARE * due;
        if (sum > THRESHOLD && shown) {
            return Phase.RECOVERED;
        }
        return sum > HALF && shown ? Phase.RECOVERING : Phase.FIRING;
    }

    private double step(double count, double expected, double dispersion) {
        return (expected * (ratio - 1) - count * Math.log(ratio)) / dispersion;
    }

    /**
     * Hours in which a return is shown if from that hour on what comes is what is due.
     *
     * @param most hours to look at
     * @return {@code most} when they do not suffice
     */
    long hoursAsUsual(
            long from, long most, VolumeProfile.HourValue due, VolumeProfile.HourValue dispersion) {
        double shown = 0;
        double came = 0;
        for (long hours = 1; hours < most; hours++) {
            long hour = from + hours - 1;
            shown += step(due.at(hour), due.at(hour), dispersion.at(hour));
            came += due.at(hour);
            if (shown > THRESHOLD && came >= LEAST) {
                return hours;
            }
        }
        return most;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(ratio);
        out.writeDouble(sum);
        out.writeDouble(due);
        out.writeLong(came);
    }

    static VolumeRecovery read(DataInput in) throws IOException {
        VolumeRecovery read = new VolumeRecovery(in.readDouble());
        read.sum = in.readDouble();
        read.due = in.readDouble();
        read.came = in.readLong();
        return read;
    }
}
