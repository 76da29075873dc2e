package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.DeadLetter;
import io.throughline.model.Provenance;
import io.throughline.model.Replay;

/**
 * The document of a dead letter: everything but the bytes and headers, which stay in the restricted
 * topic because they may hold personal data.
 */
public final class DeadLetterDocument {

    /** The index. */
    public static final String INDEX = "cx-dead-letters";

    private DeadLetterDocument() {}

    /** Of the letter: a replay, or the record in another page, makes the same one. */
    public static String id(DeadLetter letter) {
        return Documents.id(letter.id());
    }

    /**
     * External version: the letter as it came first stays whatever brings it again, unless somebody
     * replays it; then the latest replay counts.
     */
    public static long version(DeadLetter letter) {
        return letter.replay() == null ? 1 : letter.replay().at().toEpochMilli();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(DeadLetter letter) {
        return Documents.encode(out -> write(out, letter));
    }

    private static void write(JsonWriter out, DeadLetter letter) {
        out.text("id", letter.id())
                .text("reason", letter.reason().name())
                .text("stage", letter.stage().id())
                .text("channel", letter.channel() == null ? null : letter.channel().id())
                .text("source", letter.source())
                .text("message", letter.message())
                .number("record", letter.record())
                .text("feedbackId", letter.feedbackId())
                .time("observedAt", letter.observedAt())
                .number("size", letter.size())
                .object("provenance", letter.provenance(), DeadLetterDocument::provenance);
        Replay replay = letter.replay();
        if (replay != null) {
            out.time("replayedAt", replay.at())
                    .text("replayedBy", replay.by())
                    .text("outcome", replay.outcome().id());
        }
    }

    private static void provenance(JsonWriter out, Provenance provenance) {
        out.text("origin", provenance.origin())
                .number("position", provenance.position())
                .text("topic", provenance.topic());
        if (provenance.topic() != null) {
            out.number("partition", provenance.partition()).number("offset", provenance.offset());
        }
        out.text("sha256", provenance.sha256());
    }
}
