package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.watch.DataHealthWatch;
import io.throughline.domain.watch.StageWatch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The detectors of the pipeline over a history: the very same watches, with a watermark that stands
 * at the begin of the window of the item that comes next.
 *
 * <p>At the end the windows that exist are closed and nothing beyond them, so that a file's end is
 * not taken for silence.
 */
public final class Backtest {

    private final BacktestSettings settings;
    private final List<AlertCommand> commands;
    private final Duration window;
    private final BacktestListener listener;
    private final DataHealthWatch health;
    private final Map<String, StageWatch> watches = new TreeMap<>();
    private final Map<String, StageRecord> records = new TreeMap<>();
    private final List<DataFault> faults = new ArrayList<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private Instant watermark = Instant.MIN;

    private Backtest(BacktestSettings settings, BacktestListener listener) {
        this.settings = settings;
        this.commands = settings.commands();
        this.window = settings.rules().window();
        this.listener = listener;
        this.health = new DataHealthWatch(settings.journey());
        commands.forEach(health::tell);
    }

    /** Runs the whole history through the watches. */
    public static BacktestResult run(
            SortedHistory history, BacktestSettings settings, BacktestListener listener)
            throws IOException {
        Backtest backtest = new Backtest(settings, listener);
        history.forEach(backtest::item);
        backtest.end();
        return backtest.result();
    }

    private void item(HistoryItem item) {
        Instant start = windowStart(item.occurredAt());
        if (start.isAfter(watermark)) {
            advance(start);
        }
        Change change = item.change(settings.journey());
        health.apply(change);
        watch(item.stage()).apply(change);
        records.get(item.stage()).item(item);
        listener.item(item);
    }

    private StageWatch watch(String stage) {
        return watches.computeIfAbsent(
                stage,
                id -> {
                    StageWatch watch = new StageWatch(settings.journey(), id);
                    commands.forEach(watch::tell);
                    faults.forEach(watch::tell);
                    records.put(id, new StageRecord(id));
                    return watch;
                });
    }

    /** What is due later than the last window is not due: the file ends, the feedback need not. */
    private void end() {
        watermark = Instant.MAX;
        health.advance(watermark).forEach(this::tell);
        watches.forEach(this::close);
    }

    private void advance(Instant to) {
        watermark = to;
        health.advance(to).forEach(this::tell);
        watches.forEach(
                (stage, watch) -> {
                    if (watch.due().filter(due -> !due.isAfter(to)).isPresent()) {
                        close(stage, watch);
                    }
                });
    }

    private void tell(DataFault fault) {
        faults.add(fault);
        watches.values().forEach(watch -> watch.tell(fault));
    }

    private void close(String stage, StageWatch watch) {
        watch.advance(watermark).forEach(alert -> alerts.put(alert.id(), alert));
        StageStatus status = watch.status();
        records.get(stage).status(status);
        listener.status(status);
    }

    private Instant windowStart(Instant time) {
        long millis = window.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    private BacktestResult result() {
        return new BacktestResult(
                List.copyOf(alerts.values()), List.copyOf(records.values()), List.copyOf(faults));
    }
}
