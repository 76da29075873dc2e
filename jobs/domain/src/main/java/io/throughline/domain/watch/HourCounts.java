package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Feedback an hour over the last {@value #KEPT_DAYS} days, with what was expected of each hour when
 * it began. Hours of an alert are left out of what is learnt. Numbers of hours count from the
 * epoch.
 */
final class HourCounts {

    static final int DAY = 24;
    static final int KEPT_DAYS = 56;
    private static final int ROOM = 2 * KEPT_DAYS * DAY;
    private static final float UNKNOWN = -1;

    private long begin;
    private int size;
    private int[] counts = new int[DAY];
    private float[] expected = new float[DAY];
    private boolean[] leftOut = new boolean[DAY];
    private final int[] most = new int[DAY + 1];
    private long mostEnd = Long.MIN_VALUE;

    /** Feedback came; of an hour that is forgotten it changes nothing. */
    void add(long hour, int change) {
        if (size == 0) {
            begin = hour;
        }
        if (hour < begin) {
            return;
        }
        reach(hour);
        counts[(int) (hour - begin)] += change;
    }

    /** The hour is over: it counts even when nothing came. */
    void end(long hour, double due) {
        if (size == 0 || hour < begin) {
            return;
        }
        reach(hour);
        expected[(int) (hour - begin)] = due < 0 ? UNKNOWN : (float) due;
    }

    void leaveOut(long from, long until) {
        for (long hour = Math.max(from, begin); hour < until; hour++) {
            reach(hour);
            leftOut[(int) (hour - begin)] = true;
        }
    }

    /** Takes in again what was left out since an hour. */
    void takeIn(long from) {
        for (long hour = Math.max(from, begin); hour < end(); hour++) {
            leftOut[(int) (hour - begin)] = false;
        }
        mostEnd = Long.MIN_VALUE;
    }

    /** Forgets what was before and takes in again what was left out since. */
    void restart(long from) {
        if (from > begin && from < begin + size) {
            drop((int) (from - begin));
        }
        takeIn(begin);
        Arrays.fill(expected, UNKNOWN);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** First hour that is known. */
    long begin() {
        return begin;
    }

    /** One past the last hour. */
    long end() {
        return begin + size;
    }

    int count(long hour) {
        return known(hour) ? counts[(int) (hour - begin)] : 0;
    }

    /** What was expected; below 0 when that was not known. */
    double expected(long hour) {
        return known(hour) ? expected[(int) (hour - begin)] : UNKNOWN;
    }

    boolean learnt(long hour) {
        return known(hour) && !leftOut[(int) (hour - begin)];
    }

    /** The most that any such span of hours held that have been learnt from. */
    int most(int span) {
        if (mostEnd != end()) {
            findMost();
        }
        return most[span];
    }

    /** Sliding sums over all but the last day, for it is the one that is judged. */
    private void findMost() {
        mostEnd = end();
        Arrays.fill(most, 0);
        int until = size - DAY;
        for (int span = 1; span <= DAY; span++) {
            if (span != 1 && span != 6 && span != DAY) {
                continue;
            }
            int sum = 0;
            int whole = 0;
            for (int i = Math.max(0, until - KEPT_DAYS * DAY); i < until; i++) {
                sum += counts[i];
                whole = leftOut[i] ? 0 : whole + 1;
                if (leftOut[i]) {
                    sum = 0;
                } else if (whole > span) {
                    sum -= counts[i - span];
                }
                most[span] = Math.max(most[span], sum);
            }
        }
    }

    private boolean known(long hour) {
        return hour >= begin && hour < begin + size;
    }

    private void reach(long hour) {
        long far = hour - begin;
        if (far >= ROOM + size) {
            size = 0;
            begin = hour;
            far = 0;
        }
        if (far >= ROOM) {
            drop((int) Math.min(size, far + 1 - KEPT_DAYS * DAY));
            far = hour - begin;
        }
        int need = (int) far + 1;
        if (need > counts.length) {
            int room = Math.max(need, Math.min(ROOM, 2 * counts.length));
            counts = Arrays.copyOf(counts, room);
            expected = Arrays.copyOf(expected, room);
            leftOut = Arrays.copyOf(leftOut, room);
        }
        while (size < need) {
            counts[size] = 0;
            expected[size] = UNKNOWN;
            leftOut[size] = false;
            size++;
        }
    }

    private void drop(int hours) {
        System.arraycopy(counts, hours, counts, 0, size - hours);
        System.arraycopy(expected, hours, expected, 0, size - hours);
        System.arraycopy(leftOut, hours, leftOut, 0, size - hours);
        size -= hours;
        begin += hours;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(begin);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(counts[i]);
            out.writeFloat(expected[i]);
            out.writeBoolean(leftOut[i]);
        }
    }

    static HourCounts read(DataInput in) throws IOException {
        HourCounts read = new HourCounts();
        read.begin = in.readLong();
        int size = in.readInt();
        if (size < 0 || size > 2 * ROOM) {
            throw new StateFormatException(size + " hours of counts");
        }
        read.counts = new int[Math.max(DAY, size)];
        read.expected = new float[Math.max(DAY, size)];
        read.leftOut = new boolean[Math.max(DAY, size)];
        for (int i = 0; i < size; i++) {
            read.counts[i] = in.readInt();
            read.expected[i] = in.readFloat();
            read.leftOut[i] = in.readBoolean();
        }
        read.size = size;
        return read;
    }
}
