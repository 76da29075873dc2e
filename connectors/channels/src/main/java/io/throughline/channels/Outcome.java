package io.throughline.channels;

import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import java.util.Objects;

/** What became of one record of an envelope. One record in is exactly one outcome out. */
public sealed interface Outcome {

    /** A feedback; its provenance is filled in by the caller. */
    record Accepted(Feedback feedback) implements Outcome {
        public Accepted {
            Objects.requireNonNull(feedback, "feedback");
        }
    }

    /**
     * A record that cannot be used.
     *
     * @param message what is wrong and where, e.g. {@code im:rating: 'six' is no number}; never the
     *     customer's words
     * @param content hash of the record's own content, whatever page it was found in; null when it
     *     could not be cut out of its envelope, or means another feedback in another page
     */
    record Rejected(FailureReason reason, String message, String content) implements Outcome {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
        }

        /** Of what is no record by itself. */
        public Rejected(FailureReason reason, String message) {
            this(reason, message, null);
        }

        Rejected of(String hash) {
            return new Rejected(reason, message, hash);
        }
    }

    /**
     * A record left out by a drop rule of the channel.
     *
     * @param reason code of the rule
     */
    record Filtered(String reason) implements Outcome {
        public Filtered {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
