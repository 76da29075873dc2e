package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * Whether a share of what a channel brings has jumped: the share that abstained, that fits no
 * stage, that is dead letters.
 *
 * <p>Feedback is judged in blocks of {@value #BLOCK}, or of a day where that many do not come. A
 * block is off when a share as high has a chance of no more than the block's part of the budget, by
 * the binomial distribution with the dispersion of earlier blocks, and lies {@value #JUMP} above
 * the share before. It has ended when half of the jump is gone, or after a week: then it is how
 * things are.
 */
final class ShareJump {

    private static final int BLOCK = 30;
    private static final int LEAST = 10;
    private static final int ENOUGH = 200;
    private static final double JUMP = 0.15;
    private static final double MOST_SQUARE = 16;
    private static final double SLOWLY = 0.02;
    private static final long DAY = Duration.ofDays(1).toMinutes();
    private static final long WEEK = Duration.ofDays(7).toMinutes();
    private static final double HALF_LIFE = Duration.ofDays(21).toMinutes();

    private double baseCount;
    private double baseHits;
    private double dispersion = 1;
    private long baseMinute;
    private long blockStart = -1;
    private long count;
    private long hits;
    private long offSince = -1;
    private long offUntil = -1;
    private double share;
    private double before;

    /** What became of it with a block. */
    enum Change {
        NONE,
        BEGINS,
        ENDS
    }

    /**
     * Some minutes more.
     *
     * @param budgetMinutes in which one false alarm is allowed
     */
    Change next(long start, long end, long newCount, long newHits, long budgetMinutes) {
        if (newCount <= 0) {
            return Change.NONE;
        }
        blockStart = blockStart < 0 ? start : blockStart;
        count += newCount;
        hits += Math.min(newCount, newHits);
        if (count < BLOCK && !(count >= LEAST && end - blockStart >= DAY)) {
            return Change.NONE;
        }
        Change change = judge(end, budgetMinutes);
        blockStart = -1;
        count = 0;
        hits = 0;
        return change;
    }

    private Change judge(long end, long budgetMinutes) {
        double now = (double) hits / count;
        double expected = Math.max(0.005, Math.min(0.995, (baseHits + 0.5) / (baseCount + 1)));
        double variance = count * expected * (1 - expected) * (1 + count / Math.max(1, baseCount));
        double z = (hits - count * expected) / Math.sqrt(variance);
        if (offSince >= 0) {
            boolean normal = end - offSince > WEEK;
            if (now - expected > JUMP / 2 && !normal) {
                return Change.NONE;
            }
            offUntil = normal ? end : blockStart;
            offSince = -1;
            if (normal) {
                baseCount = 0;
                baseHits = 0;
            }
            learn(end);
            return Change.ENDS;
        }
        double allowed = Math.min(0.01, (double) Math.max(1, end - blockStart) / budgetMinutes);
        if (baseCount >= ENOUGH && now - expected >= JUMP && chance(expected) <= allowed) {
            offSince = blockStart;
            share = now;
            before = expected;
            return Change.BEGINS;
        }
        if (baseCount >= ENOUGH) {
            dispersion += SLOWLY * (Math.min(MOST_SQUARE, z * z) - dispersion);
        }
        learn(end);
        return Change.NONE;
    }

    /** What is not independent counts as so much less of it; so does what the share rests on. */
    private double chance(double expected) {
        double inflation = Math.max(1, dispersion) * (1 + count / baseCount);
        long effective = Math.round(count / inflation);
        return Binomial.atLeast(
                Math.min(effective, Math.round(hits / inflation)), effective, expected);
    }

    private void learn(long end) {
        double kept = baseMinute == 0 ? 1 : Math.pow(2, -(end - baseMinute) / HALF_LIFE);
        baseCount = baseCount * kept + count;
        baseHits = baseHits * kept + hits;
        baseMinute = end;
    }

    /** Minute in which it began; of one that lasts. */
    long since() {
        return offSince;
    }

    /** Minute in which the last one ended. */
    long until() {
        return offUntil;
    }

    /** The share with which it began. */
    double share() {
        return share;
    }

    /** The share before. */
    double before() {
        return before;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(baseCount);
        out.writeDouble(baseHits);
        out.writeDouble(dispersion);
        out.writeLong(baseMinute);
        out.writeLong(blockStart);
        out.writeLong(count);
        out.writeLong(hits);
        out.writeLong(offSince);
        out.writeLong(offUntil);
        out.writeDouble(share);
        out.writeDouble(before);
    }

    static ShareJump read(DataInput in) throws IOException {
        ShareJump read = new ShareJump();
        read.baseCount = in.readDouble();
        read.baseHits = in.readDouble();
        read.dispersion = in.readDouble();
        read.baseMinute = in.readLong();
        read.blockStart = in.readLong();
        read.count = in.readLong();
        read.hits = in.readLong();
        read.offSince = in.readLong();
        read.offUntil = in.readLong();
        read.share = in.readDouble();
        read.before = in.readDouble();
        return read;
    }
}
