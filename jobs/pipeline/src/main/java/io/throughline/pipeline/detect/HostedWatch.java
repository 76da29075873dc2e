package io.throughline.pipeline.detect;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.watch.StageWatch;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A watch over a stage, whether it is another than its bytes in state, and what was told of it. */
final class HostedWatch {

    private final StageWatch watch;
    private boolean changed;
    private StageStatus told;

    private HostedWatch(StageWatch watch, boolean changed) {
        this.watch = watch;
        this.changed = changed;
    }

    static HostedWatch of(Contribution first) {
        return new HostedWatch(new StageWatch(first.journey(), first.stage()), true);
    }

    static HostedWatch restored(byte[] bytes) throws IOException {
        return new HostedWatch(
                StageWatch.read(new DataInputStream(new ByteArrayInputStream(bytes))), false);
    }

    void apply(Change change) {
        changed = true;
        watch.apply(change);
    }

    void tell(AlertCommand command) {
        changed = true;
        watch.tell(command);
    }

    void tell(DataFault fault) {
        changed = true;
        watch.tell(fault);
    }

    /** Advances when there is something to do, and once an hour, to say how far it is. */
    List<Alert> advance(Instant time) {
        boolean due = EventTime.isDue(watch.due(), time);
        if (!due && !isNewHour(time)) {
            return List.of();
        }
        changed = true;
        return watch.advance(time);
    }

    private boolean isNewHour(Instant time) {
        return !time.equals(Instant.MAX) && (told == null || hour(time).isAfter(hour(told.at())));
    }

    /** How the watch is: once an hour, and when it learnt enough or a test is on the way. */
    Optional<StageStatus> news() {
        StageStatus now = watch.status();
        if (told != null
                && told.learning() == now.learning()
                && Objects.equals(told.pendingSince(), now.pendingSince())
                && !hour(now.at()).isAfter(hour(told.at()))) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(now);
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    boolean changed() {
        return changed;
    }

    /** The watch as it is, which is what is in state from now on. */
    byte[] bytes() throws IOException {
        changed = false;
        return WatchBytes.of(watch::write);
    }
}
