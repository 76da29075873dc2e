package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import java.util.Comparator;
import java.util.List;

/**
 * What came out of a backtest.
 *
 * @param alerts in their final state, in the order in which they fired
 * @param stages sorted by id
 * @param faults in the data, in the order in which they were found; one that ended is there twice
 */
public record BacktestResult(List<Alert> alerts, List<StageRecord> stages, List<DataFault> faults) {

    private static final Comparator<Alert> ORDER =
            Comparator.comparing(Alert::firedAt)
                    .thenComparing(Alert::stage)
                    .thenComparing(Alert::id);

    public BacktestResult {
        alerts = alerts.stream().sorted(ORDER).toList();
        stages = List.copyOf(stages);
        faults = List.copyOf(faults);
    }

    /** Alerts that nothing held back. */
    public List<Alert> raised() {
        return alerts.stream().filter(alert -> alert.state() != AlertState.SUPPRESSED).toList();
    }
}
