package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import io.throughline.domain.detect.simulate.SyntheticStage;
import io.throughline.domain.detect.simulate.SyntheticWindows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Windows to feed a detector with. */
final class Streams {

    private Streams() {}

    static List<WindowSums> of(SyntheticStage stage, Duration length, long seed) {
        SyntheticWindows windows = new SyntheticWindows(stage, AlertRules.DEFAULT.window(), seed);
        List<WindowSums> all = new ArrayList<>();
        while (windows.position() < length.toSeconds()) {
            WindowSums window = windows.next();
            if (window != null) {
                all.add(window);
            }
        }
        return all;
    }

    /** Ten an hour, a quarter negative, for 20 days; then two in five for as long as told. */
    static SyntheticStage dropOfDays(int days) {
        return SyntheticStage.steady(10, 0.25)
                .withChange(Duration.ofDays(20), Duration.ofDays(20 + days), 2, Duration.ZERO);
    }

    static Instant day(int day) {
        return SyntheticStage.BEGIN.plus(Duration.ofDays(day));
    }

    /** All findings but the quiet ones. */
    static List<Finding> feed(SentimentDetector detector, List<WindowSums> windows) {
        List<Finding> found = new ArrayList<>();
        for (WindowSums window : windows) {
            for (Finding finding : detector.close(window)) {
                if (finding.phase() != Phase.QUIET && finding.phase() != Phase.PENDING) {
                    found.add(finding);
                }
            }
        }
        return found;
    }

    static byte[] bytes(SentimentDetector detector) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            detector.write(new DataOutputStream(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static SentimentDetector copy(SentimentDetector detector) {
        try {
            return SentimentDetector.read(
                    new DataInputStream(new ByteArrayInputStream(bytes(detector))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
