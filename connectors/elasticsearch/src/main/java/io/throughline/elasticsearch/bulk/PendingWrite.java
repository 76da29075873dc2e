package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.bulk.DocumentWrite.Action;
import java.io.Serializable;

/**
 * A write on its way: with its action line of the bulk format, encoded once however often it is
 * sent, and how often and since when it failed.
 *
 * @param attempts sends that ended in a failure worth another try
 * @param failingSince processing time of the first of these, in ms; meaningless without attempts
 */
record PendingWrite(DocumentWrite write, byte[] actionLine, int attempts, long failingSince)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static PendingWrite of(DocumentWrite write) {
        return new PendingWrite(write, ActionLine.encode(write), 0, 0);
    }

    PendingWrite failedAt(long now) {
        return new PendingWrite(
                write, actionLine, attempts + 1, attempts == 0 ? now : failingSince);
    }

    /** Bytes in a bulk body. */
    int size() {
        return actionLine.length
                + (write.action() == Action.INDEX ? write.document().length + 1 : 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PendingWrite that
                && write.equals(that.write)
                && attempts == that.attempts
                && failingSince == that.failingSince;
    }

    @Override
    public int hashCode() {
        return write.hashCode();
    }

    @Override
    public String toString() {
        return "PendingWrite[" + write + ", attempts " + attempts + "]";
    }
}
