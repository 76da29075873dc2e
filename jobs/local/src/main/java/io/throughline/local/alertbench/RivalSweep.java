package io.throughline.local.alertbench;

import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import java.time.Duration;

/** One rival on one stream, at all of its thresholds at once. */
final class RivalSweep {

    private final double[] thresholds;
    private final RivalWatch watch;
    private final Alarms[] alarms;

    RivalSweep(Rival rival, Duration window, long from, long changeAt, long changeUntil) {
        this.thresholds = rival.thresholds();
        this.watch = rival.watch(window);
        this.alarms = new Alarms[thresholds.length];
        for (int i = 0; i < alarms.length; i++) {
            alarms[i] = new Alarms(from, changeAt, changeUntil);
        }
    }

    /**
     * Takes a window in.
     *
     * @param end of it, in seconds since the begin
     */
    void next(WindowSums window, long end) {
        double statistic = watch.next(window);
        for (int i = 0; i < thresholds.length && statistic > thresholds[i]; i++) {
            alarms[i].alarm(end);
        }
    }

    Alarms at(int threshold) {
        return alarms[threshold];
    }
}
