package io.throughline.local.demo;

import io.throughline.model.FailureReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one complete delivery of a plan must come to, for one channel, in the terms of the summary:
 * {@code received = tagged + duplicates + superseded + deleted + filtered + deadLettered}. Counted
 * while the payloads are made up, not by reading them.
 *
 * @param refused webhooks turned away at the door for a wrong signature; not received
 * @param reasons of the dead letters
 */
public record Expectation(
        int received,
        int tagged,
        int duplicates,
        int superseded,
        int deleted,
        int filtered,
        int deadLettered,
        int refused,
        Map<FailureReason, Integer> reasons) {

    public Expectation {
        reasons = Map.copyOf(reasons);
    }

    /** Counts as payloads are made up. */
    static final class Ledger {

        private int received;
        private int tagged;
        private int duplicates;
        private int superseded;
        private int deleted;
        private int refused;
        private final Map<FailureReason, Integer> reasons = new EnumMap<>(FailureReason.class);

        /** A record under a new id. */
        void created() {
            received++;
            tagged++;
        }

        /** A record that came before. */
        void repeated() {
            received++;
            duplicates++;
        }

        /** A later revision of a live record, or an earlier one that came too late. */
        void revised() {
            received++;
            superseded++;
        }

        /** A live record is taken back. */
        void deleted() {
            received++;
            deleted++;
            tagged--;
            superseded++;
        }

        /** A record that never came is taken back. */
        void deletedUnseen() {
            received++;
            deleted++;
        }

        /** A record that cannot be used. */
        void rejected(FailureReason reason) {
            received++;
            reasons.merge(reason, 1, Integer::sum);
        }

        /** A delivery that never gets in. */
        void refused() {
            refused++;
        }

        Expectation total() {
            int dead = reasons.values().stream().mapToInt(Integer::intValue).sum();
            return new Expectation(
                    received, tagged, duplicates, superseded, deleted, 0, dead, refused, reasons);
        }
    }
}
