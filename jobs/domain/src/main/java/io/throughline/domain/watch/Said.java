package io.throughline.domain.watch;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.model.Hashes;
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
 * @param url null when there is none
 * @param chance hash of the id, by which a few are chosen out of many, always alike
 */
record Said(
        long minute,
        String id,
        String channel,
        int label,
        String author,
        String language,
        Instant occurredAt,
        String text,
        String url,
        long chance) {

    /** Oldest first. */
    static final Comparator<Said> ORDER = Said::compare;

    /** By {@link #chance}. */
    static final Comparator<Said> SHUFFLED =
            (one, other) -> {
                int byChance = Long.compare(one.chance, other.chance);
                return byChance != 0 ? byChance : compare(one, other);
            };

    private static int compare(Said one, Said other) {
        int byMinute = Long.compare(one.minute, other.minute);
        if (byMinute != 0) {
            return byMinute;
        }
        int byId = one.id.compareTo(other.id);
        if (byId != 0) {
            return byId;
        }
        int byLabel = Integer.compare(one.label, other.label);
        return byLabel != 0 ? byLabel : one.channel.compareTo(other.channel);
    }

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
                words ? change.excerpt().occurredAt() : Instant.EPOCH,
                words ? change.excerpt().text() : "",
                words ? change.excerpt().url() : null,
                Hashes.of64(contribution.traits().feedback()));
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(minute);
        Bytes.text(out, id);
        Bytes.text(out, channel);
        out.writeByte(label);
        Bytes.text(out, author);
        Bytes.text(out, language);
        Bytes.instant(out, occurredAt);
        Bytes.text(out, text);
        Bytes.text(out, url);
    }

    static Said read(DataInput in) throws IOException {
        long minute = in.readLong();
        String id = Bytes.text(in);
        return new Said(
                minute,
                id,
                Bytes.text(in),
                in.readByte(),
                Bytes.text(in),
                Bytes.text(in),
                Bytes.instant(in),
                Bytes.text(in),
                Bytes.text(in),
                Hashes.of64(id));
    }
}
