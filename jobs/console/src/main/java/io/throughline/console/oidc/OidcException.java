package io.throughline.console.oidc;

/** A log-in that did not come about; the message is a sentence for the person, without secrets. */
public final class OidcException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Kind {
        /** The provider does not answer, or not as the standard says. */
        PROVIDER,
        /** What the browser or the provider brought is not what was asked for. */
        REFUSED
    }

    private final Kind kind;

    OidcException(Kind kind, String message) {
        this(kind, message, null);
    }

    OidcException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
