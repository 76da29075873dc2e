package io.throughline.domain.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers changes of minutes into changes of hours, days, totals and segments. Whole numbers add up
 * in any order and any grouping, so how often it is drained decides the cost and not the result: a
 * busy second costs an hour one change, however much feedback it brought.
 */
public final class WindowChanges {

    private final Map<WindowKey, SignalFacts> hours = new LinkedHashMap<>();

    /** Of hours over all channels, so far with nothing but terms. */
    private final Map<WindowKey, SignalFacts> totals = new LinkedHashMap<>();

    /** Takes a change in. */
    public void add(Change change) {
        WindowKey hour = WindowKey.hourOf(change.contribution().key());
        factsOf(hours, hour).apply(change);
        factsOf(totals, hour.total()).applyTerms(change);
        for (String segment : change.contribution().traits().segments()) {
            factsOf(hours, hour.of(segment)).apply(change);
        }
    }

    /** What was taken in since the last call, at most one change a window. */
    public List<WindowChange> drain() {
        Map<WindowKey, SignalFacts> windows = new LinkedHashMap<>(totals);
        totals.forEach((hour, facts) -> factsOf(windows, hour.day()).addTerms(facts));
        hours.forEach(
                (hour, facts) -> {
                    addTo(windows, hour, facts);
                    addTo(windows, hour.day(), facts);
                    if (hour.segment() == null) {
                        addTo(windows, hour.total(), facts);
                        addTo(windows, hour.total().day(), facts);
                    }
                });
        hours.clear();
        totals.clear();
        List<WindowChange> changes = new ArrayList<>(windows.size());
        windows.forEach((window, facts) -> changes.add(new WindowChange(window, facts)));
        return changes;
    }

    private static void addTo(
            Map<WindowKey, SignalFacts> windows, WindowKey window, SignalFacts facts) {
        factsOf(windows, window).add(facts);
    }

    private static SignalFacts factsOf(Map<WindowKey, SignalFacts> windows, WindowKey window) {
        return windows.computeIfAbsent(window, key -> new SignalFacts());
    }
}
