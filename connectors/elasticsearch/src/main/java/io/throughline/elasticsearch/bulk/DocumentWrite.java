package io.throughline.elasticsearch.bulk;

import io.throughline.model.Channel;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One document to be put or removed, under an external version: whatever order writes of the same
 * id arrive in, the highest version wins. The JSON is encoded once, here, and never again.
 *
 * @param index name of a concrete index, not of an alias over several
 * @param id 1 to 512 bytes in UTF-8, see {@link #MAX_ID_BYTES}
 * @param version 0 or more; a write that is not newer than what is stored changes nothing
 * @param document the JSON object in UTF-8 on one line, empty for a delete; not copied: treat as
 *     read-only
 * @param feedbackId of the feedback the document is about, for its dead letter; null when it is
 *     about none
 * @param source channel id of the feedback; null when there is none
 * @param channel null when there is none
 * @param times of the feedback, for how fresh it is when it can be found; null when that is not
 *     asked
 */
public record DocumentWrite(
        String index,
        String id,
        long version,
        Action action,
        byte[] document,
        String feedbackId,
        String source,
        Channel channel,
        Times times)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Longest id that Elasticsearch takes. */
    public static final int MAX_ID_BYTES = 512;

    private static final byte[] NOTHING = {};

    /**
     * When a feedback happened and when it came in here, epoch ms. An observation of this run:
     * checkpoints do not hold it, and two writes that differ in it alone are equal.
     */
    public record Times(long occurredAt, long seenAt) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** What to do with the document. */
    public enum Action {
        /** Put the document, replacing an older one. */
        INDEX,
        /** Remove the document; removing one that is not there is fine. */
        DELETE
    }

    public DocumentWrite {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(document, "document");
    }

    /**
     * Puts a document.
     *
     * @param document JSON in UTF-8; the bulk format ends a document with a line break, so it must
     *     hold none
     * @throws IllegalArgumentException when the document is empty or spans lines
     */
    public static DocumentWrite index(String index, String id, long version, byte[] document) {
        if (document.length == 0) {
            throw new IllegalArgumentException("the document " + id + " is empty");
        }
        for (byte b : document) {
            if (b == '\n') {
                throw new IllegalArgumentException("the document " + id + " spans several lines");
            }
        }
        return new DocumentWrite(
                index, id, version, Action.INDEX, document, null, null, null, null);
    }

    /** Removes a document. */
    public static DocumentWrite delete(String index, String id, long version) {
        return new DocumentWrite(
                index, id, version, Action.DELETE, NOTHING, null, null, null, null);
    }

    /** The same, naming the feedback it is about, so that a rejection can be traced to it. */
    public DocumentWrite about(String newFeedbackId, String newSource, Channel newChannel) {
        return new DocumentWrite(
                index, id, version, action, document, newFeedbackId, newSource, newChannel, times);
    }

    /** The same, measured from these times on until Elasticsearch has it. */
    public DocumentWrite since(Instant occurredAt, Instant seenAt) {
        return new DocumentWrite(
                index,
                id,
                version,
                action,
                document,
                feedbackId,
                source,
                channel,
                new Times(occurredAt.toEpochMilli(), seenAt.toEpochMilli()));
    }

    /** Ids and sizes only: the document is somebody's words. */
    @Override
    public String toString() {
        return "DocumentWrite["
                + (action == Action.INDEX ? "index " : "delete ")
                + index
                + "/"
                + id
                + " version "
                + version
                + ", "
                + document.length
                + " bytes]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentWrite that
                && index.equals(that.index)
                && id.equals(that.id)
                && version == that.version
                && action == that.action
                && Arrays.equals(document, that.document)
                && Objects.equals(feedbackId, that.feedbackId)
                && Objects.equals(source, that.source)
                && channel == that.channel;
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, id, version, action);
    }
}
