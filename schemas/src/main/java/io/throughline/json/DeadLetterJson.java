package io.throughline.json;

import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.ProcessingStage;

/** A rejected record as commands print it, without its payload. */
public final class DeadLetterJson {

    private DeadLetterJson() {}

    /** One dead letter on one line, without a line break. */
    public static String line(DeadLetter letter) {
        return line(
                letter.reason(),
                letter.stage(),
                letter.channel(),
                letter.source(),
                letter.message(),
                letter.record());
    }

    /**
     * The same from its parts.
     *
     * @param channel may be null
     * @param record index of the record in what was read, from 0
     */
    public static String line(
            FailureReason reason,
            ProcessingStage stage,
            Channel channel,
            String source,
            String message,
            int record) {
        return JsonWriter.object(
                out ->
                        out.object(
                                "deadLetter",
                                letter ->
                                        letter.text("reason", reason.name())
                                                .text("stage", stage.id())
                                                .text(
                                                        "channel",
                                                        channel == null ? null : channel.id())
                                                .text("source", source)
                                                .text("message", message)
                                                .number("record", record)));
    }
}
