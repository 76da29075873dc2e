package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import io.throughline.model.ChannelHealth;
import io.throughline.model.DeadLetter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Watches the data of one journey, all stages and channels: what looks like a change of customers'
 * minds may be a feed that stands still or a model that was changed. Not for several threads.
 */
public final class DataHealthWatch {

    private static final int VERSION = 1;

    private final String journey;
    private Instant at = Instant.EPOCH;

    /** A watch that has seen nothing. */
    public DataHealthWatch(String journey) {
        this.journey = Objects.requireNonNull(journey, "journey");
    }

    /** A contribution to any stage, or to none. */
    public void apply(Change change) {
        Objects.requireNonNull(change, "change");
    }

    /** The word of a channel instance. */
    public void tell(ChannelHealth health) {
        Objects.requireNonNull(health, "health");
    }

    /** A record that could not go on. */
    public void tell(DeadLetter letter) {
        Objects.requireNonNull(letter, "letter");
    }

    /** A word of somebody: rules count here too. */
    public void tell(AlertCommand command) {
        Objects.requireNonNull(command, "command");
    }

    /** Faults that began or ended up to the watermark, in the order of their begin. */
    public List<DataFault> advance(Instant watermark) {
        at = watermark.isAfter(at) ? watermark : at;
        return List.of();
    }

    /** The earliest event time at which {@link #advance} has something to do. */
    public Optional<Instant> due() {
        return Optional.empty();
    }

    /** Writes the whole state; the same state gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        Bytes.text(out, journey);
        Bytes.instant(out, at);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StateFormatException when another release wrote it
     */
    public static DataHealthWatch read(DataInput in) throws IOException {
        Bytes.version(in, VERSION, "watch over the data");
        DataHealthWatch read = new DataHealthWatch(Bytes.text(in));
        read.at = Bytes.instant(in);
        return read;
    }
}
