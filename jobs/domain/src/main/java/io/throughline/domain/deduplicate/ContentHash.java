package io.throughline.domain.deduplicate;

import io.throughline.model.Feedback;
import io.throughline.model.Hashes;
import io.throughline.model.Turn;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * SHA-256 over what a customer would see change. When and where we saw it is left out, or else
 * every poll of the same page would be an edit; so is a time that is not the payload's own.
 */
final class ContentHash {

    private static final Set<String> OUR_OWN_TIMES = Set.of("observed", "file-time");

    private ContentHash() {}

    /** 64 hex digits; equal for equal content. */
    static String of(Feedback feedback) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(feedback, out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every write", e);
        }
        return Hashes.sha256(bytes.toByteArray());
    }

    /** Whether the payload has no time of its own, so that we took the one we saw it at. */
    static boolean isFirstObserved(Feedback feedback) {
        String source = feedback.extras().get(Feedback.OCCURRED_AT_SOURCE);
        return source != null && OUR_OWN_TIMES.contains(source);
    }

    private static void write(Feedback feedback, DataOutputStream out) throws IOException {
        text(out, feedback.text());
        turns(out, feedback);
        rating(out, feedback);
        text(out, feedback.author() == null ? null : feedback.author().key());
        text(out, feedback.author() == null ? null : feedback.author().role().name());
        text(out, feedback.language());
        text(out, feedback.locale());
        text(out, feedback.url());
        text(out, feedback.touchpoint());
        boolean firstObserved = isFirstObserved(feedback);
        for (Map.Entry<String, String> extra : feedback.extras().entrySet()) {
            if (!(firstObserved && extra.getKey().equals(Feedback.OCCURRED_AT_SOURCE))) {
                text(out, extra.getKey());
                text(out, extra.getValue());
            }
        }
        text(out, null);
        time(out, firstObserved ? Instant.EPOCH : feedback.occurredAt());
    }

    private static void turns(DataOutputStream out, Feedback feedback) throws IOException {
        if (feedback.conversation() == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(feedback.conversation().turns().size());
        for (Turn turn : feedback.conversation().turns()) {
            text(out, turn.role().name());
            text(out, turn.text());
            text(out, turn.startMs() == null ? null : turn.startMs().toString());
            text(out, turn.endMs() == null ? null : turn.endMs().toString());
        }
    }

    private static void rating(DataOutputStream out, Feedback feedback) throws IOException {
        out.writeBoolean(feedback.rating() != null);
        if (feedback.rating() != null) {
            out.writeDouble(feedback.rating().value());
            out.writeDouble(feedback.rating().min());
            out.writeDouble(feedback.rating().max());
        }
    }

    /** Length first, so that no two sequences of texts give the same bytes. */
    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static void time(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }
}
