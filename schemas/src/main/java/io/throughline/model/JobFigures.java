package io.throughline.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What a job did in a minute of the clock on the wall, as a whole or for one channel. An
 * observation of the run and not of feedback: another run over the same feedback has others.
 *
 * @param job {@code ingest}, {@code tagging} or {@code signals}
 * @param source id of the channel instance; null for the whole job, which is the sum of its
 *     channels
 * @param at when this was said, at most a few seconds after the minute it speaks of
 * @param minute it speaks of, in UTC
 * @param records taken in: envelopes by ingest, feedback by the others; null when not counted
 * @param busyMillis CPU time spent on redacting and tagging; null where nothing is tagged
 * @param byTeacher how many of the records the teacher answered; null where nothing is tagged
 * @param byStudent how many of the records the student answered, or an engine that has no teacher;
 *     null where nothing is tagged
 * @param watermarkDelaySeconds how far event time is behind the clock; null when it is not known,
 *     and for channels
 * @param backlogRecords offsets that wait to be read, control records of transactions among them;
 *     null when it is not known, and for channels
 */
public record JobFigures(
        String job,
        String source,
        Instant at,
        Instant minute,
        Long records,
        Long busyMillis,
        Long byTeacher,
        Long byStudent,
        Double watermarkDelaySeconds,
        Long backlogRecords) {

    public JobFigures {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(minute, "minute");
        if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException(minute + " is no whole minute");
        }
    }

    /**
     * The same for the same job, channel and minute; a whole job has no name between its colons.
     */
    public String id() {
        return "job:" + job + ":" + (source == null ? "" : source) + ":" + minute;
    }
}
