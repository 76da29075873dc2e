package io.throughline.pipeline.figures;

import io.throughline.model.Basis;
import io.throughline.model.ChannelHealth;
import io.throughline.model.JobFigures;
import io.throughline.model.Sentiment;
import java.time.Duration;

/**
 * Work that a job did in a minute, for one channel. Adds up.
 *
 * @param job as in {@link JobFigures}
 * @param source id of the channel instance; empty for work that no channel is told of
 * @param minute of the clock on the wall in which it was done, epoch ms; {@link #NOW} for the one
 *     in which it is gathered
 */
public record Work(
        String job,
        String source,
        long minute,
        long records,
        long busyNanos,
        long byTeacher,
        long byStudent) {

    /** The minute in which the work is gathered. */
    public static final long NOW = -1;

    public static final String INGEST = "ingest";
    public static final String TAGGING = "tagging";
    public static final String SIGNALS = "signals";

    static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Envelopes, since the word before. */
    public static Work ingested(ChannelHealth health) {
        return new Work(
                INGEST, health.source(), health.minute().toEpochMilli(), health.records(), 0, 0, 0);
    }

    /**
     * A feedback was redacted and tagged.
     *
     * @param sentiment what came of it; null when a step threw
     */
    public static Work tagged(String source, long cpuNanos, Sentiment sentiment) {
        boolean teacher = sentiment != null && sentiment.basis() == Basis.TEACHER;
        return new Work(
                TAGGING,
                source,
                NOW,
                1,
                cpuNanos,
                teacher ? 1 : 0,
                sentiment == null || teacher ? 0 : 1);
    }

    /** A tagged feedback was taken into the signals. */
    public static Work rolledUp() {
        return new Work(SIGNALS, "", NOW, 1, 0, 0, 0);
    }

    static long minuteOf(long time) {
        return time - Math.floorMod(time, MINUTE);
    }

    Work in(long knownMinute) {
        return new Work(job, source, knownMinute, records, busyNanos, byTeacher, byStudent);
    }

    /** The same for the whole job. */
    Work ofJob() {
        return new Work(job, "", minute, records, busyNanos, byTeacher, byStudent);
    }

    Work plus(Work more) {
        return new Work(
                job,
                source,
                minute,
                records + more.records,
                busyNanos + more.busyNanos,
                byTeacher + more.byTeacher,
                byStudent + more.byStudent);
    }

    Key key() {
        return new Key(job, source, minute);
    }

    /** What is added up together. */
    record Key(String job, String source, long minute) {}
}
