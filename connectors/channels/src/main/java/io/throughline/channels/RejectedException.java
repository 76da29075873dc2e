package io.throughline.channels;

import io.throughline.model.FailureReason;
import java.util.Objects;

/**
 * Ends the mapping of one record with a typed reason. Thrown by mappers, caught once by what calls
 * them for each record, so that a mapper reads top to bottom.
 */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    /**
     * @param message what is wrong and where; never the customer's words
     */
    public RejectedException(FailureReason reason, String message) {
        super(message, null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** A required field that is absent, null or empty. */
    public static RejectedException missing(String field) {
        return new RejectedException(
                FailureReason.MISSING_FIELD, field + " is absent, null or empty");
    }

    /** A field of the wrong type, out of range or unreadable. */
    public static RejectedException invalid(String field, String problem) {
        return new RejectedException(FailureReason.INVALID_FIELD, field + " " + problem);
    }

    /** Why the record cannot be used. */
    public FailureReason reason() {
        return reason;
    }

    /** The outcome of the record. */
    public Outcome.Rejected outcome() {
        return new Outcome.Rejected(reason, getMessage());
    }
}
