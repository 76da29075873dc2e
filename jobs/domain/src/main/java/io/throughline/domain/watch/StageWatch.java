package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Change;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Watches one stage of one journey: takes what feedback adds or takes back, closes windows of event
 * time, and tells of every alert that changed. The order of calls between two calls of {@link
 * #advance} does not matter. Not for several threads.
 */
public final class StageWatch {

    private static final int VERSION = 1;

    private final String journey;
    private final String stage;
    private Instant at = Instant.EPOCH;

    /** A watch that has seen nothing. */
    public StageWatch(String journey, String stage) {
        this.journey = Objects.requireNonNull(journey, "journey");
        this.stage = Objects.requireNonNull(stage, "stage");
    }

    /** A contribution of this stage, added or taken back, of any time, early or late. */
    public void apply(Change change) {
        Objects.requireNonNull(change, "change");
    }

    /** A word of somebody; it counts from its event time on. */
    public void tell(AlertCommand command) {
        Objects.requireNonNull(command, "command");
    }

    /** Something is wrong with the data, or is so no more. */
    public void tell(DataFault fault) {
        Objects.requireNonNull(fault, "fault");
    }

    /**
     * Closes every window that ends at or before the watermark.
     *
     * @return alerts that changed, oldest change first, each with a higher version
     */
    public List<Alert> advance(Instant watermark) {
        at = watermark.isAfter(at) ? watermark : at;
        return List.of();
    }

    /** The earliest event time at which {@link #advance} has something to do. */
    public Optional<Instant> due() {
        return Optional.empty();
    }

    /** How far the watch is. */
    public StageStatus status() {
        return new StageStatus(journey, stage, at, true, 0, 0, 0, 0, 0, null);
    }

    /** Writes the whole state; the same state gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        Bytes.text(out, journey);
        Bytes.text(out, stage);
        Bytes.instant(out, at);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StateFormatException when another release wrote it
     */
    public static StageWatch read(DataInput in) throws IOException {
        Bytes.version(in, VERSION, "watch over a stage");
        StageWatch read = new StageWatch(Bytes.text(in), Bytes.text(in));
        read.at = Bytes.instant(in);
        return read;
    }
}
