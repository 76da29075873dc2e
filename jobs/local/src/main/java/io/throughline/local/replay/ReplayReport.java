package io.throughline.local.replay;

import io.throughline.model.DeadLetter;
import java.util.List;

/**
 * What a replay found and did.
 *
 * @param letters that were taken, without their bytes, each as it stands now
 * @param onTheirWay fit, but were submitted before and nothing is known of them yet
 * @param settled fit, but something became of them before
 * @param lost fit, but their bytes are kept no longer
 */
public record ReplayReport(List<DeadLetter> letters, long onTheirWay, long settled, long lost) {

    public ReplayReport {
        letters = List.copyOf(letters);
    }
}
