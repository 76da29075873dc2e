package io.throughline.console;

import io.throughline.console.LiveView.Movement;
import io.throughline.measure.NetSentiment;
import io.throughline.measure.NetSentimentChange;
import java.util.Optional;

/**
 * How the newest days of a stage differ from those before. The last day alone shows a drop soonest;
 * where it holds too little feedback to be sure, the last three days may hold enough.
 *
 * @param days length of the recent side
 * @param recent null when nothing in it has a label
 * @param before null when nothing in it has a label
 * @param change null when either is
 */
record Shift(
        int days,
        NetSentiment recent,
        NetSentiment before,
        NetSentimentChange change,
        Movement movement) {

    private static final int SOON = 1;
    private static final int SURE = 3;

    /** A change that a large n makes certain is still not worth a look when it is smaller. */
    private static final double WORTH_A_LOOK = 10;

    /** Below this an interval is honest but useless, and a stage would flicker. */
    private static final long ENOUGH = 8;

    /** The shift over the last day, or over three when only these show one. */
    static Shift find(StageLabels[] days, double channelCap) {
        Shift soon = over(days, SOON, channelCap);
        Shift sure = over(days, SURE, channelCap);
        return !soon.moves() && sure.moves() ? sure : soon;
    }

    private static Shift over(StageLabels[] days, int recentDays, double cap) {
        int split = Math.max(0, days.length - recentDays);
        Optional<NetSentiment> before = StageLabels.sum(days, 0, split).sentiment(cap);
        Optional<NetSentiment> recent = StageLabels.sum(days, split, days.length).sentiment(cap);
        if (before.isEmpty() || recent.isEmpty()) {
            return new Shift(
                    recentDays, recent.orElse(null), before.orElse(null), null, Movement.UNKNOWN);
        }
        return between(recentDays, before.get(), recent.get());
    }

    private static Shift between(int recentDays, NetSentiment before, NetSentiment recent) {
        NetSentimentChange change = NetSentimentChange.between(before, recent);
        return new Shift(recentDays, recent, before, change, movement(before, recent, change));
    }

    private static Movement movement(
            NetSentiment before, NetSentiment recent, NetSentimentChange change) {
        if (before.n() < ENOUGH || recent.n() < ENOUGH) {
            return Movement.UNKNOWN;
        }
        if (change.high() < 0 && change.value() <= -WORTH_A_LOOK) {
            return Movement.FALLING;
        }
        return change.low() > 0 && change.value() >= WORTH_A_LOOK
                ? Movement.RISING
                : Movement.STEADY;
    }

    private boolean moves() {
        return movement == Movement.FALLING || movement == Movement.RISING;
    }
}
