package io.throughline.local.alertbench;

/**
 * When something that watches a stage raised an alarm, in seconds since the begin of the stream.
 * There is one a day at most, which favours what flutters.
 */
final class Alarms {

    static final long NONE = -1;

    private static final long DAY = 24 * 3600;

    private final long from;
    private final long changeAt;
    private final long changeUntil;
    private long latest = Long.MIN_VALUE / 2;
    private long count;
    private long first = NONE;
    private long during;

    /**
     * @param from seconds from which alarms count
     * @param changeAt when the change begins; {@link Long#MAX_VALUE} when there is none
     */
    Alarms(long from, long changeAt, long changeUntil) {
        this.from = from;
        this.changeAt = changeAt;
        this.changeUntil = changeUntil;
    }

    /** There is an alarm now, or still. */
    void alarm(long now) {
        boolean anew = now - latest >= DAY;
        latest = anew ? now : latest;
        if (now < from) {
            return;
        }
        if (now <= changeAt) {
            count += anew ? 1 : 0;
        } else if (now <= changeUntil) {
            during += anew || first == NONE ? 1 : 0;
            first = first == NONE ? now : first;
        }
    }

    /** Alarms before anything changed: false ones. */
    long falseAlarms() {
        return count;
    }

    /** Seconds from the change to the first alarm; {@link #NONE} when it was missed. */
    long delay() {
        return first == NONE ? NONE : first - changeAt;
    }

    /** Alarms while the change lasted. */
    long alarmsOfTheChange() {
        return during;
    }
}
