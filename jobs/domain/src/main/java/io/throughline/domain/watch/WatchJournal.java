package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * What was done to a watch since it was last written, so that a checkpoint has to write what is new
 * and not the whole: a watch is some hundred kilobytes, and what a second brings some hundred
 * bytes. Done again in its order to the watch of then, it gives the watch of now.
 */
public final class WatchJournal {

    private static final int VERSION = 1;
    private static final byte CHANGE = 1;
    private static final byte COMMAND = 2;
    private static final byte FAULT = 3;
    private static final byte ADVANCE = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** {@link StageWatch#apply} was called. */
    public void applied(Change change) {
        note(CHANGE, () -> ChangeBytes.write(out, change));
    }

    /** {@link StageWatch#tell(AlertCommand)} was called. */
    public void told(AlertCommand command) {
        note(COMMAND, () -> Records.command(out, command));
    }

    /** {@link StageWatch#tell(DataFault)} was called. */
    public void told(DataFault fault) {
        note(FAULT, () -> Records.fault(out, fault));
    }

    /** {@link StageWatch#advance} was called. */
    public void advanced(Instant watermark) {
        note(ADVANCE, () -> Bytes.instant(out, watermark));
    }

    /** Bytes noted since the last {@link #take}. */
    public int size() {
        return bytes.size();
    }

    /** What was noted since the last call. */
    public byte[] take() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    /**
     * Does to a watch what bytes of {@link #take} say. What the watch tells meanwhile was told
     * before.
     *
     * @throws StateFormatException when another release wrote them
     */
    public static void redo(byte[] taken, StageWatch watch) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(taken));
        if (taken.length > 0) {
            Bytes.version(in, VERSION, "journal of a watch over a stage");
        }
        while (in.available() > 0) {
            byte kind = in.readByte();
            switch (kind) {
                case CHANGE -> watch.apply(ChangeBytes.read(in));
                case COMMAND -> watch.tell(Records.command(in));
                case FAULT -> watch.tell(Records.fault(in));
                case ADVANCE -> watch.advance(Bytes.instant(in));
                default -> throw new StateFormatException("an entry of kind " + kind);
            }
        }
    }

    private void note(byte kind, Entry entry) {
        try {
            if (bytes.size() == 0) {
                out.writeInt(VERSION);
            }
            out.writeByte(kind);
            entry.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Entry {
        void write() throws IOException;
    }
}
