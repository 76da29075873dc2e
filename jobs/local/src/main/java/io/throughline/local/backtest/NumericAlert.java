package io.throughline.local.backtest;

import io.throughline.alert.AlertState;
import io.throughline.domain.detect.numeric.FormerLevel;
import io.throughline.domain.detect.numeric.Reading;
import io.throughline.json.JsonWriter;
import io.throughline.local.picture.Panel;
import io.throughline.model.Hashes;
import java.time.Instant;

/** A reading of a series that fires, until the series is again what it was. */
final class NumericAlert {

    private static final int HASH = 32;

    private final Reading reading;
    private final int count;
    private final FormerLevel former;
    private Instant resolvedAt;

    /**
     * @param count readings up to the one that fires, with it
     */
    NumericAlert(Reading reading, int count, FormerLevel former) {
        this.reading = reading;
        this.count = count;
        this.former = former;
    }

    /** Takes a reading after the one that fires. */
    void next(Reading later) {
        if (open() && former.returned(later.at(), later.value())) {
            resolvedAt = later.at();
        }
    }

    boolean open() {
        return resolvedAt == null;
    }

    private String direction() {
        return reading.fires().orElseThrow().id();
    }

    /** As JSON; {@code resolvedAt} is null where the series ends before the alert does. */
    String line() {
        String direction = direction();
        AlertState state = open() ? AlertState.FIRING : AlertState.RESOLVED;
        return JsonWriter.object(
                out -> {
                    out.text(
                                    "id",
                                    Hashes.sha256("numeric " + direction + " " + reading.at())
                                            .substring(0, HASH))
                            .text("stage", RowReader.ALL)
                            .text("state", state.id())
                            .time("onset", reading.at())
                            .time("firedAt", reading.at());
                    if (open()) {
                        out.nothing("resolvedAt");
                    } else {
                        out.time("resolvedAt", resolvedAt);
                    }
                    out.text("direction", direction)
                            .number("expected", reading.expected())
                            .number("observed", reading.value())
                            .number("n", count)
                            .number("deviation", reading.deviation())
                            .number("surprise", reading.surprise())
                            .number("score", reading.score())
                            .text("rule", "numeric");
                });
    }

    void mark(Panel panel) {
        panel.mark("alarm", reading.at().getEpochSecond(), direction());
        if (!open()) {
            panel.rule("c dashed", resolvedAt.getEpochSecond());
        }
    }
}
