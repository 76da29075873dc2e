package io.throughline.domain.detect.simulate;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import io.throughline.domain.detect.SentimentDetector;
import io.throughline.domain.detect.WindowSums;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One synthetic stage, watched from its begin to an end.
 *
 * @param watched time that it was watched for, after learning, before anything changed
 * @param fired when it fired in the direction, ends of windows
 * @param recovered when each of those recovered; shorter than {@code fired} when one lasts
 * @param onsets when each of those began, as estimated
 */
public record Trial(
        Duration watched, List<Instant> fired, List<Instant> recovered, List<Onset> onsets) {

    /** Watches a stage. */
    public static Trial of(
            SyntheticStage stage,
            AlertRules rules,
            Direction direction,
            Duration length,
            long seed) {
        SyntheticWindows windows = new SyntheticWindows(stage, rules.window(), seed);
        SentimentDetector detector = new SentimentDetector(rules);
        List<Instant> fired = new ArrayList<>();
        List<Instant> recovered = new ArrayList<>();
        List<Onset> onsets = new ArrayList<>();
        long quiet = 0;
        while (windows.position() < length.toSeconds()) {
            WindowSums window = windows.next();
            boolean open = fired.size() > recovered.size();
            if (!detector.learning()
                    && !open
                    && windows.position() <= stage.changeAt().toSeconds()) {
                quiet += rules.window().toSeconds();
            }
            if (window == null) {
                continue;
            }
            for (Finding finding : detector.close(window)) {
                if (finding.direction() != direction) {
                    continue;
                }
                if (finding.phase() == Phase.FIRES) {
                    fired.add(finding.at());
                    onsets.add(finding.onset());
                } else if (finding.phase() == Phase.RECOVERED) {
                    recovered.add(finding.at());
                }
            }
        }
        return new Trial(Duration.ofSeconds(quiet), fired, recovered, onsets);
    }
}
