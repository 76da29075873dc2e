package io.throughline.document;

import io.throughline.alert.StageStatus;
import io.throughline.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The document of how far the watch over a stage was in an hour. It lies beside the roll-ups and is
 * told from them by {@code watch}, which they do not have; like the health of a channel it has no
 * {@code stage} of its own, so that no sum over stages meets it.
 */
public final class WatchDocument {

    private static final Duration HOUR = Duration.ofHours(1);

    private WatchDocument() {}

    /** {@code cx-signals-YYYY-MM}, in UTC. */
    public static String index(StageStatus status) {
        return Documents.monthly(SignalDocument.ALIAS, hour(status));
    }

    /** The same for the same stage and hour. */
    public static String id(StageStatus status) {
        return Documents.id(
                "watch:" + status.journey() + "|" + status.stage() + "|" + hour(status));
    }

    /** External version: what looked further counts. */
    public static long version(StageStatus status) {
        return status.at().toEpochMilli();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(StageStatus status) {
        return Documents.encode(out -> write(out, status));
    }

    private static void write(JsonWriter out, StageStatus status) {
        out.time("windowStart", hour(status))
                .time("windowEnd", hour(status).plus(HOUR))
                .number("windowSeconds", HOUR.toSeconds())
                .object("watch", fields -> watch(fields, status));
    }

    private static void watch(JsonWriter out, StageStatus status) {
        out.text("journey", status.journey())
                .text("stage", status.stage())
                .time("at", status.at())
                .bool("learning", status.learning())
                .number("n", status.count())
                .number("needed", status.needed())
                .number("expected", status.expected())
                .number("statistic", status.statistic())
                .number("threshold", status.threshold())
                .time("pendingSince", status.pendingSince());
    }

    /** The hour that ends at or after what it has looked at. */
    private static Instant hour(StageStatus status) {
        return status.at().minusMillis(1).truncatedTo(ChronoUnit.HOURS);
    }
}
