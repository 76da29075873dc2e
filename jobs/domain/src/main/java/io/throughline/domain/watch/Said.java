package io.throughline.domain.watch;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;

/**
 * Words behind a contribution, as far as an alert may show them.
 *
 * @param minute minutes since the epoch
 * @param id of the feedback
 * @param label ordinal of the sentiment label; -1 when the tagger abstained
 * @param author key; null when unknown
 * @param language null when unknown
 * @param textHash the same for copies; 0 when too short
 * @param url null when there is none
 */
record Said(
        long minute,
        String id,
        String channel,
        int label,
        String author,
        String language,
        long textHash,
        Instant occurredAt,
        String text,
        String url) {

    /** Oldest first. */
    static final Comparator<Said> ORDER =
            Comparator.comparingLong(Said::minute)
                    .thenComparing(Said::id)
                    .thenComparingInt(Said::label)
                    .thenComparing(Said::channel);

    /** By a hash of the id: who is first of many is chosen by chance and always alike. */
    static final Comparator<Said> SHUFFLED =
            Comparator.<Said>comparingLong(said -> Hash64.of(said.id())).thenComparing(ORDER);

    static Said of(Change change) {
        Contribution contribution = change.contribution();
        boolean words = change.excerpt() != null;
        return new Said(
                contribution.minute(),
                contribution.traits().feedback(),
                contribution.channel(),
                contribution.label(),
                contribution.author(),
                contribution.traits().language(),
                contribution.traits().textHash(),
                words ? change.excerpt().occurredAt() : Instant.EPOCH,
                words ? change.excerpt().text() : "",
                words ? change.excerpt().url() : null);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(minute);
        Bytes.text(out, id);
        Bytes.text(out, channel);
        out.writeByte(label);
        Bytes.text(out, author);
        Bytes.text(out, language);
        out.writeLong(textHash);
        Bytes.instant(out, occurredAt);
        Bytes.text(out, text);
        Bytes.text(out, url);
    }

    static Said read(DataInput in) throws IOException {
        return new Said(
                in.readLong(),
                Bytes.text(in),
                Bytes.text(in),
                in.readByte(),
                Bytes.text(in),
                Bytes.text(in),
                in.readLong(),
                Bytes.instant(in),
                Bytes.text(in),
                Bytes.text(in));
    }
}
