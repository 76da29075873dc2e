package io.throughline.local.provision;

/** Something stands in the way of provisioning; the message says what, and what to do. */
public final class ProvisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProvisionException(String message) {
        super(message);
    }

    ProvisionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Of what went wrong while everything was only read. */
    public static ProvisionException beforeAnyChange(RuntimeException cause) {
        return new ProvisionException(cause.getMessage() + ". Nothing was changed.", cause);
    }
}
