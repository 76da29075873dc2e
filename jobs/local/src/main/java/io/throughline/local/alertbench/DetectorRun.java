package io.throughline.local.alertbench;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import io.throughline.domain.detect.SentimentDetector;
import io.throughline.domain.detect.WindowSums;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** The detector on one stream under some rules: when it fired, and when that ended. */
final class DetectorRun {

    static final long NONE = -1;

    private final SentimentDetector detector;
    private final long windowSeconds;
    private final Times times;
    private final long changeAt;
    private long quiet;
    private long openFor;
    private long falseAlarms;
    private long fired = NONE;
    private long firedCount;
    private long resolved = NONE;
    private boolean open;
    private boolean openAtChange;

    private DetectorRun(
            SentimentDetector detector, long windowSeconds, Times times, long changeAt) {
        this.detector = detector;
        this.windowSeconds = windowSeconds;
        this.times = times;
        this.changeAt = changeAt;
    }

    /** On a stream that nothing changes in. */
    static DetectorRun quiet(AlertRules rules, Times times) {
        return new DetectorRun(
                new SentimentDetector(rules), rules.window().toSeconds(), times, Long.MAX_VALUE);
    }

    /**
     * What has watched until the change, on a stream that goes on with one. All changes of a seed
     * begin with the same stream, so that it need be watched once.
     */
    static DetectorRun changed(byte[] state, boolean open, AlertRules rules, Times times) {
        try {
            DetectorRun run =
                    new DetectorRun(
                            SentimentDetector.read(
                                    new DataInputStream(new ByteArrayInputStream(state))),
                            rules.window().toSeconds(),
                            times,
                            times.changeAt());
            run.open = open;
            run.openAtChange = open;
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("the state of a detector can be read back", e);
        }
    }

    /** Its state, for {@link #changed}. */
    byte[] state() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            detector.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    boolean open() {
        return open;
    }

    /** Whether nothing more can happen: it fired and that has ended. */
    boolean over() {
        return fired != NONE && !open;
    }

    /**
     * Takes a window in.
     *
     * @param window null when nobody said anything in it
     * @param end of it, in seconds since the begin
     */
    void next(WindowSums window, long end) {
        if (!detector.learning() && !open) {
            quiet += windowSeconds;
        }
        openFor += open ? windowSeconds : 0;
        if (window != null) {
            for (Finding finding : detector.close(window)) {
                if (finding.direction() == Direction.DROP) {
                    heed(finding.phase(), end);
                }
            }
        }
    }

    private void heed(Phase phase, long end) {
        if (phase == Phase.FIRES) {
            open = true;
            if (end <= changeAt) {
                falseAlarms++;
            } else if (end <= times.changeUntil()) {
                fired = fired == NONE ? end : fired;
                firedCount++;
            }
        } else if (phase == Phase.RECOVERED) {
            open = false;
            resolved = end > changeAt ? end : resolved;
        }
    }

    /** Seconds for which it watched before anything changed, nothing firing. */
    long quiet() {
        return quiet;
    }

    long falseAlarms() {
        return falseAlarms;
    }

    /** Seconds for which something was firing. */
    long openFor() {
        return openFor;
    }

    /** Whether it was off already when the change began: such a stream says nothing of delay. */
    boolean openAtChange() {
        return openAtChange;
    }

    /** Seconds from the change to its alarm; {@link #NONE} when it was missed. */
    long delay() {
        return fired == NONE ? NONE : fired - changeAt;
    }

    /** Alarms while the change lasted. */
    long alarmsOfTheChange() {
        return firedCount;
    }

    /**
     * Seconds from the end of the change to the end of its alarm, negative when that was earlier;
     * empty when it never fired or is open still.
     */
    OptionalLong resolvedAfter() {
        return fired == NONE || open || resolved == NONE
                ? OptionalLong.empty()
                : OptionalLong.of(resolved - times.changeUntil());
    }
}
