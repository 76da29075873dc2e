package io.throughline.alert;

import java.time.Instant;
import java.util.List;

/**
 * What people and the watch over the data have done to an alert.
 *
 * @param acknowledgedBy who has taken it up; null when nobody has
 * @param acknowledgedAt null when nobody has
 * @param acceptedBy who accepted the new level; null when nobody has
 * @param escalatedAt when it went to the sponsor; null when it did not
 * @param silence id of the silence that holds it back; null when none does
 * @param faults faults in the data that hold it back, sorted, e.g. {@code channel-stalled}
 * @param flapping whether it is held open because it went back and forth
 * @param fix what somebody says to have mended; null when nobody does
 */
public record Handling(
        String acknowledgedBy,
        Instant acknowledgedAt,
        String acceptedBy,
        Instant escalatedAt,
        String silence,
        List<String> faults,
        boolean flapping,
        FixClaim fix) {

    /** Nothing has been done. */
    public static final Handling NONE =
            new Handling(null, null, null, null, null, List.of(), false);

    public Handling {
        faults = List.copyOf(faults);
    }

    /** Without a claim to have mended it. */
    public Handling(
            String acknowledgedBy,
            Instant acknowledgedAt,
            String acceptedBy,
            Instant escalatedAt,
            String silence,
            List<String> faults,
            boolean flapping) {
        this(
                acknowledgedBy,
                acknowledgedAt,
                acceptedBy,
                escalatedAt,
                silence,
                faults,
                flapping,
                null);
    }

    /** Somebody has taken it up. */
    public Handling acknowledged(String by, Instant at) {
        return new Handling(by, at, acceptedBy, escalatedAt, silence, faults, flapping, fix);
    }

    /** Somebody has accepted the new level. */
    public Handling accepted(String by) {
        return new Handling(
                acknowledgedBy, acknowledgedAt, by, escalatedAt, silence, faults, flapping, fix);
    }

    /** It went to the sponsor. */
    public Handling escalated(Instant at) {
        return new Handling(
                acknowledgedBy, acknowledgedAt, acceptedBy, at, silence, faults, flapping, fix);
    }

    /** What holds it back now; null and none when nothing does. */
    public Handling held(String bySilence, List<String> byFaults) {
        return new Handling(
                acknowledgedBy,
                acknowledgedAt,
                acceptedBy,
                escalatedAt,
                bySilence,
                byFaults,
                flapping,
                fix);
    }

    /** Whether it is held open now because it went back and forth. */
    public Handling withFlapping(boolean now) {
        return new Handling(
                acknowledgedBy, acknowledgedAt, acceptedBy, escalatedAt, silence, faults, now, fix);
    }

    /** Somebody says that it is mended. */
    public Handling claimed(FixClaim claim) {
        return new Handling(
                acknowledgedBy,
                acknowledgedAt,
                acceptedBy,
                escalatedAt,
                silence,
                faults,
                flapping,
                claim);
    }
}
