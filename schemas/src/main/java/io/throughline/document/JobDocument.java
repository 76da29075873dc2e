package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.JobFigures;
import java.time.Duration;

/**
 * The document of what a job did in a minute. It lies beside the roll-ups and is told from them by
 * {@code job}, which they do not have. Whoever adds up keeps to documents with {@code job.source},
 * or to those without: a whole job holds the sum of its channels.
 */
public final class JobDocument {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private JobDocument() {}

    /** {@code cx-signals-YYYY-MM}, in UTC. */
    public static String index(JobFigures figures) {
        return Documents.monthly(SignalDocument.ALIAS, figures.minute());
    }

    /** The same for the same job, channel and minute. */
    public static String id(JobFigures figures) {
        return Documents.id(figures.id());
    }

    /** External version: the later word counts. */
    public static long version(JobFigures figures) {
        return figures.at().toEpochMilli();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(JobFigures figures) {
        return Documents.encode(out -> write(out, figures));
    }

    private static void write(JsonWriter out, JobFigures figures) {
        out.time("windowStart", figures.minute())
                .time("windowEnd", figures.minute().plus(MINUTE))
                .number("windowSeconds", MINUTE.toSeconds())
                .object("job", fields -> job(fields, figures));
    }

    private static void job(JsonWriter out, JobFigures figures) {
        out.text("name", figures.job())
                .text("source", figures.source())
                .time("at", figures.at())
                .number("records", figures.records())
                .number("busyMillis", figures.busyMillis())
                .number("byTeacher", figures.byTeacher())
                .number("byStudent", figures.byStudent());
        if (figures.watermarkDelaySeconds() != null) {
            out.number("watermarkDelaySeconds", figures.watermarkDelaySeconds().doubleValue());
        }
        out.number("backlogRecords", figures.backlogRecords());
    }
}
