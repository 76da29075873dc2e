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
     */
    record Rejected(FailureReason reason, String message) implements Outcome {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
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
