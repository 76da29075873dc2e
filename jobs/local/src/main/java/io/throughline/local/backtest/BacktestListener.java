package io.throughline.local.backtest;

import io.throughline.alert.StageStatus;

/** Watches a backtest go by. */
public interface BacktestListener {

    /** Does nothing. */
    BacktestListener NONE =
            new BacktestListener() {
                @Override
                public void item(HistoryItem item) {}

                @Override
                public void status(StageStatus status) {}
            };

    /** The next item, in the order of event time. */
    void item(HistoryItem item);

    /** How far the watch over a stage is, each time that windows of it were closed. */
    void status(StageStatus status);
}
