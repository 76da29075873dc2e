package io.throughline.pipeline.detect;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.watch.StageWatch;
import io.throughline.domain.watch.WatchJournal;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A watch over a stage with its journal, and what was told of it. In state are the watch as it was
 * once and the parts of its journal since then. It is written whole again when they have become as
 * large as it is: a byte of it is then written about twice in its life, not at every checkpoint.
 */
final class HostedWatch {

    private static final long SMALLEST_JOURNAL = 32 << 10;
    private static final int LARGEST_SHARE = 4;

    private final StageWatch watch;
    private final WatchJournal journal = new WatchJournal();
    private long whole;
    private long inState;
    private long parts;
    private StageStatus told;

    private HostedWatch(StageWatch watch, long whole) {
        this.watch = watch;
        this.whole = whole;
    }

    static HostedWatch of(Contribution first) {
        return new HostedWatch(new StageWatch(first.journey(), first.stage()), 0);
    }

    /**
     * The watch that was in state.
     *
     * @param parts of its journal, oldest first
     */
    static HostedWatch restored(byte[] whole, List<byte[]> parts) throws IOException {
        StageWatch watch = StageWatch.read(new DataInputStream(new ByteArrayInputStream(whole)));
        HostedWatch restored = new HostedWatch(watch, whole.length);
        for (byte[] part : parts) {
            WatchJournal.redo(part, watch);
            restored.inState += part.length;
            restored.parts++;
        }
        return restored;
    }

    /** Whether it had an effect: what is too late for alerts has none. */
    boolean apply(Change change) {
        long before = watch.tooLate();
        journal.applied(change);
        watch.apply(change);
        return watch.tooLate() == before;
    }

    void tell(AlertCommand command) {
        journal.told(command);
        watch.tell(command);
    }

    void tell(DataFault fault) {
        journal.told(fault);
        watch.tell(fault);
    }

    /** Advances when there is something to do, and once an hour, to say how far it is. */
    List<Alert> advance(Instant time) {
        boolean due = EventTime.isDue(watch.due(), time);
        if (!due && !isNewHour(time)) {
            return List.of();
        }
        journal.advanced(time);
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

    /** Whether it is another than what is in state. */
    boolean changed() {
        return journal.size() > 0;
    }

    /** Whether its journal has become so long that it should be written whole. */
    boolean isLong() {
        return whole == 0 || inState + journal.size() > Math.max(SMALLEST_JOURNAL, whole);
    }

    /** Whether it must be written whole, however much else is. */
    boolean isTooLong() {
        return whole == 0
                || inState + journal.size() > LARGEST_SHARE * Math.max(SMALLEST_JOURNAL, whole);
    }

    /** The watch as it is; what is in state of its journal is to go. */
    byte[] whole() throws IOException {
        journal.take();
        byte[] bytes = WatchBytes.of(watch::write);
        whole = bytes.length;
        inState = 0;
        parts = 0;
        return bytes;
    }

    /** How many parts of its journal are in state: the number of the next one. */
    long parts() {
        return parts;
    }

    /** What its journal has beyond what is in state, which is in state from now on. */
    byte[] part() {
        byte[] bytes = journal.take();
        inState += bytes.length;
        parts++;
        return bytes;
    }
}
