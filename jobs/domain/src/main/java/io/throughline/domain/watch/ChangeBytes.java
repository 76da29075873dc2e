package io.throughline.domain.watch;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Excerpt;
import io.throughline.domain.rollup.Traits;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Changes as bytes. */
final class ChangeBytes {

    private ChangeBytes() {}

    static void write(DataOutput out, Change change) throws IOException {
        contribution(out, change.contribution());
        out.writeByte(change.sign());
        Bytes.optional(out, change.excerpt(), ChangeBytes::excerpt);
        Bytes.list(out, change.terms(), Bytes::text);
    }

    static Change read(DataInput in) throws IOException {
        return new Change(
                contribution(in),
                in.readByte(),
                Bytes.optional(in, ChangeBytes::excerpt),
                Bytes.list(in, Bytes::text));
    }

    private static void contribution(DataOutput out, Contribution contribution) throws IOException {
        Bytes.text(out, contribution.journey());
        Bytes.text(out, contribution.stage());
        Bytes.text(out, contribution.channel());
        out.writeLong(contribution.minute());
        out.writeInt(contribution.label());
        out.writeLong(contribution.scoreMicros());
        out.writeLong(contribution.weightMicros());
        Bytes.text(out, contribution.author());
        traits(out, contribution.traits());
    }

    private static Contribution contribution(DataInput in) throws IOException {
        return new Contribution(
                Bytes.text(in),
                Bytes.text(in),
                Bytes.text(in),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                Bytes.text(in),
                traits(in));
    }

    private static void traits(DataOutput out, Traits traits) throws IOException {
        Bytes.text(out, traits.feedback());
        out.writeInt(traits.journeyVersion());
        Bytes.text(out, traits.model());
        Bytes.text(out, traits.language());
        out.writeLong(traits.textHash());
        out.writeInt(traits.rating());
        Bytes.list(out, traits.segments(), Bytes::text);
    }

    private static Traits traits(DataInput in) throws IOException {
        return new Traits(
                Bytes.text(in),
                in.readInt(),
                Bytes.text(in),
                Bytes.text(in),
                in.readLong(),
                in.readInt(),
                Bytes.list(in, Bytes::text));
    }

    private static void excerpt(DataOutput out, Excerpt excerpt) throws IOException {
        Bytes.instant(out, excerpt.occurredAt());
        Bytes.text(out, excerpt.text());
        Bytes.text(out, excerpt.url());
    }

    private static Excerpt excerpt(DataInput in) throws IOException {
        return new Excerpt(Bytes.instant(in), Bytes.text(in), Bytes.text(in));
    }
}
