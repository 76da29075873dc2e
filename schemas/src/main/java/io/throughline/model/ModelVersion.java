package io.throughline.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model that tags every feedback which the log took in from a moment on, until a higher version
 * does. Both are recorded, so whoever reads the log again tags with the same version.
 *
 * <p>A challenger that {@linkplain Kind#LOST lost} has a record too, which only says so: whoever
 * tags or counts versions leaves it out.
 *
 * @param number from 1; 0 is the model that comes with the program and has no record. Of one that
 *     lost, the number that it would have had
 * @param engine id of the learner that reads the model
 * @param modelOf number of the version that the model was made for: its own, or that of the version
 *     rolled back to. Of one that lost, the number of the version that stayed
 * @param effectiveFrom on the log's clock. Of one that lost, when it was tried
 * @param trainedThrough event time up to which lessons were taken in when it was made
 * @param teacherShare share of feedback ids that may go to the teacher, 0 to 1
 * @param teacherCost time of one call of the teacher that the share was computed with
 * @param figures null for a roll-back
 * @param model gzip; empty for the model that comes with the program, and where only the rest of
 *     the version is needed
 */
public record ModelVersion(
        int number,
        Kind kind,
        String engine,
        int modelOf,
        Instant effectiveFrom,
        Instant trainedThrough,
        double teacherShare,
        Duration teacherCost,
        ModelFigures figures,
        byte[] model) {

    /** How a version came about. */
    public enum Kind {
        /** A challenger that beat the version before. */
        LEARNED,
        /** A former model, by command. */
        ROLLBACK,
        /** A challenger that was no better than the version before: no version came of it. */
        LOST;

        /** The name on the wire, e.g. {@code learned}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Records kept of challengers that lost. A prime number, so that trainings at even intervals
     * take turns in all of them.
     */
    public static final int LOST_KEPT = 31;

    public ModelVersion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(trainedThrough, "trainedThrough");
        Objects.requireNonNull(teacherCost, "teacherCost");
        Objects.requireNonNull(model, "model");
        if (number < 1 || modelOf < 0 || modelOf > number) {
            throw new IllegalArgumentException("version " + number + " cannot be of " + modelOf);
        }
        if (!(teacherShare >= 0 && teacherShare <= 1)) {
            throw new IllegalArgumentException("share " + teacherShare + " is out of range");
        }
    }

    /** The name on the tags, e.g. {@code adaptive-3}. */
    public String id() {
        return id(engine, number);
    }

    /** The name on the tags of a version of an engine. */
    public static String id(String engine, int number) {
        return engine + "-" + number;
    }

    /** Whether this tags, or only tells of a challenger that lost. */
    public boolean tags() {
        return kind != Kind.LOST;
    }

    /**
     * The key of its record. A roll-back has one of its own, so that compaction keeps it beside a
     * version that was given the same number meanwhile; those that lost share some.
     */
    public String key() {
        return switch (kind) {
            case LEARNED -> Integer.toString(number);
            case ROLLBACK -> "rollback-" + number;
            case LOST -> "lost-" + Math.floorMod(trainedThrough.getEpochSecond(), (long) LOST_KEPT);
        };
    }

    /**
     * Whether this holds against another record of the same number that stands before it in the
     * log. A person's roll-back holds against what was learnt meanwhile, whichever came first.
     */
    public boolean replaces(ModelVersion earlier) {
        return kind == Kind.ROLLBACK || earlier.kind != Kind.ROLLBACK;
    }

    /** The same without the bytes of the model. */
    public ModelVersion withoutModel() {
        return new ModelVersion(
                number,
                kind,
                engine,
                modelOf,
                effectiveFrom,
                trainedThrough,
                teacherShare,
                teacherCost,
                figures,
                new byte[0]);
    }

    /** Gzip of a model's bytes. */
    public static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every write", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The bytes that the learner reads.
     *
     * @throws IllegalArgumentException when the model is damaged
     */
    public byte[] plainModel() {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(model))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException(this + " holds no gzip", e);
        }
    }

    /** Number, origin and size. */
    @Override
    public String toString() {
        return id() + " (" + kind.id() + " of " + modelOf + ", " + model.length + " bytes)";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelVersion that
                && number == that.number
                && kind == that.kind
                && engine.equals(that.engine)
                && modelOf == that.modelOf
                && effectiveFrom.equals(that.effectiveFrom)
                && trainedThrough.equals(that.trainedThrough)
                && teacherShare == that.teacherShare
                && teacherCost.equals(that.teacherCost)
                && Objects.equals(figures, that.figures)
                && Arrays.equals(model, that.model);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, engine, effectiveFrom);
    }
}
