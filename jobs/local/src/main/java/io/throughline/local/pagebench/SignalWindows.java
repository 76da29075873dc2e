package io.throughline.local.pagebench;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Contributions;
import io.throughline.domain.rollup.SignalFacts;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.WindowKey;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rolls feedback up as the signals job does: minutes and hours by channel, hours and days of all
 * channels, and days by channel. Feedback comes in its order, so a window is given away as soon as
 * a later one begins, and little is held.
 */
final class SignalWindows {

    private static final int MINUTES = 60;

    private final Map<SignalKey, SignalFacts> minutes = new HashMap<>();
    private final Map<WindowKey, SignalFacts> hours = new HashMap<>();
    private final Map<WindowKey, SignalFacts> days = new HashMap<>();
    private final Consumer<StageSignal> out;
    private long minute = Long.MIN_VALUE;

    SignalWindows(Consumer<StageSignal> out) {
        this.out = out;
    }

    /** Adds one, which occurred after those before it. */
    void add(TaggedFeedback tagged) {
        List<String> terms = Contributions.terms(tagged);
        for (Contribution one : Contributions.of(tagged)) {
            advance(one.minute());
            Change change = new Change(one, Change.ADD, null, terms);
            minutes.computeIfAbsent(key(one), key -> new SignalFacts()).apply(change);
            window(hours, one, one.channel(), WindowKey.HOUR, change);
            window(hours, one, StageSignal.ALL_CHANNELS, WindowKey.HOUR, change);
            window(days, one, one.channel(), WindowKey.DAY, change);
            window(days, one, StageSignal.ALL_CHANNELS, WindowKey.DAY, change);
        }
    }

    private static SignalKey key(Contribution one) {
        return new SignalKey(one.journey(), one.stage(), one.channel(), one.minute());
    }

    private static void window(
            Map<WindowKey, SignalFacts> windows,
            Contribution one,
            String channel,
            int length,
            Change change) {
        long start = Math.floorDiv(one.minute(), (long) MINUTES * length);
        WindowKey key = new WindowKey(one.journey(), one.stage(), channel, null, length, start);
        SignalFacts facts = windows.computeIfAbsent(key, unused -> new SignalFacts());
        facts.apply(change);
        if (channel.equals(StageSignal.ALL_CHANNELS)) {
            facts.applyTerms(change);
        }
    }

    private void advance(long now) {
        if (now > minute) {
            minutes.forEach((key, facts) -> out.accept(facts.toSignal(key)));
            minutes.clear();
            if (Math.floorDiv(now, MINUTES) > Math.floorDiv(minute, MINUTES)) {
                give(hours);
            }
            int day = MINUTES * WindowKey.DAY;
            if (Math.floorDiv(now, day) > Math.floorDiv(minute, day)) {
                give(days);
            }
            minute = now;
        }
    }

    private void give(Map<WindowKey, SignalFacts> windows) {
        windows.forEach((key, facts) -> out.accept(facts.toSignal(key)));
        windows.clear();
    }

    /** Gives away what is open. */
    void end() {
        minutes.forEach((key, facts) -> out.accept(facts.toSignal(key)));
        minutes.clear();
        give(hours);
        give(days);
    }
}
