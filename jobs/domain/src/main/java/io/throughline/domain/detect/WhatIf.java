package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether it would have fired without some of the feedback. */
final class WhatIf {

    private WhatIf() {}

    static boolean fires(
            Collection<ScoredWindow> windows,
            List<LeftOut> without,
            Direction direction,
            Ground ground,
            double threshold) {
        Trail trail = new Trail();
        List<ScoredWindow> run = new ArrayList<>();
        for (ScoredWindow window : windows) {
            ScoredWindow rest = leave(window, without);
            double ratio = ground.rules().oddsRatio();
            trail.step(rest, direction, ratio, 2 * threshold, Trail.NONE);
            if (trail.s == 0) {
                run.clear();
                continue;
            }
            run.add(rest);
            if (trail.s > threshold && Gate.lets(Span.of(run), direction, ground)) {
                return true;
            }
        }
        return false;
    }

    private static ScoredWindow leave(ScoredWindow window, List<LeftOut> without) {
        double[] expected = window.expected().clone();
        for (int cell = 0; cell < window.cells(); cell++) {
            for (LeftOut out : without) {
                if (out.holds(window, cell)) {
                    expected[cell] = Double.NaN;
                }
            }
        }
        return new ScoredWindow(
                window.start(),
                window.channels(),
                window.count(),
                window.weightMicros(),
                window.negativeMicros(),
                expected,
                window.authors(),
                window.anonymous(),
                window.dispersion());
    }
}
