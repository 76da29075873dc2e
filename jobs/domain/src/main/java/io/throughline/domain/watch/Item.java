package io.throughline.domain.watch;

import io.throughline.domain.rollup.Contribution;
import io.throughline.model.Hashes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * One contribution, as small as it may be: ids are hashes of 64 bits. Items have a canonical order
 * that does not depend on arrival, by which it is chosen which ones count.
 *
 * @param minute minutes since the epoch
 * @param feedback hash of the feedback's id
 * @param channel number of the channel's name
 * @param label ordinal of the sentiment label; -1 when the tagger abstained
 * @param weight of the stage in the feedback, in millionths
 * @param author hash of the author's key; 0 when none is known
 * @param text hash of the text; 0 when it is too short to tell a copy
 */
record Item(
        long minute, long feedback, int channel, int label, int weight, long author, long text) {

    static final Comparator<Item> CANONICAL =
            (one, other) -> {
                int byMinute = Long.compare(one.minute, other.minute);
                if (byMinute != 0) {
                    return byMinute;
                }
                int byFeedback = Long.compare(one.feedback, other.feedback);
                return byFeedback != 0 ? byFeedback : one.compareRest(other);
            };

    static Item of(Contribution contribution, int channel) {
        return new Item(
                contribution.minute(),
                Hashes.of64(contribution.traits().feedback()),
                channel,
                contribution.label(),
                (int) contribution.weightMicros(),
                contribution.author() == null ? 0 : Hashes.of64(contribution.author()),
                contribution.traits().textHash());
    }

    boolean labelled() {
        return label != Contribution.ABSTAINED;
    }

    boolean negative() {
        return label == 0;
    }

    private int compareRest(Item other) {
        int byLabel = Integer.compare(label, other.label);
        if (byLabel != 0) {
            return byLabel;
        }
        int byWeight = Integer.compare(weight, other.weight);
        if (byWeight != 0) {
            return byWeight;
        }
        int byText = Long.compare(text, other.text);
        return byText != 0 ? byText : Long.compare(author, other.author);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(minute);
        out.writeLong(feedback);
        out.writeShort(channel);
        out.writeByte(label);
        out.writeInt(weight);
        out.writeLong(author);
        out.writeLong(text);
    }

    static Item read(DataInput in) throws IOException {
        return new Item(
                in.readLong(),
                in.readLong(),
                in.readUnsignedShort(),
                in.readByte(),
                in.readInt(),
                in.readLong(),
                in.readLong());
    }
}
