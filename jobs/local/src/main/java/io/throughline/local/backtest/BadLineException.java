package io.throughline.local.backtest;

import io.throughline.model.FailureReason;

/** A line that is no part of a history. */
final class BadLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    BadLineException(FailureReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static BadLineException missing(String field) {
        return new BadLineException(FailureReason.MISSING_FIELD, field + ": is missing");
    }

    static BadLineException invalid(String field, String why) {
        return new BadLineException(FailureReason.INVALID_FIELD, field + ": " + why);
    }

    FailureReason reason() {
        return reason;
    }
}
