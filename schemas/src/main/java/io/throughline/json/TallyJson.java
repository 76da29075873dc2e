package io.throughline.json;

import io.throughline.model.Tally;

/** The counts of a channel as summaries print them. */
public final class TallyJson {

    private TallyJson() {}

    /** The fields of a tally, without the channel, which is the key it stands under. */
    public static void write(JsonWriter out, Tally tally) {
        out.number("received", tally.received())
                .number("tagged", tally.tagged())
                .number("duplicates", tally.duplicates())
                .number("superseded", tally.superseded())
                .number("deleted", tally.deleted())
                .number("filtered", tally.filtered())
                .number("deadLettered", tally.deadLettered());
    }
}
