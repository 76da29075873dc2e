package io.throughline.conformance.server;

/** What a server does instead of answering. */
public enum Trouble {
    /** 429 with a time to wait. */
    LIMITED,
    /** 503. */
    UNAVAILABLE,
    /** 500. */
    ERROR,
    /** Fewer bytes than it promised. */
    BROKEN_OFF,
    /** Nothing at all. */
    SILENT,
    /** A page that ends in the middle, with status 200. */
    TRUNCATED,
    /** An error page for people, with status 200. */
    HTML;

    /** How long {@link #LIMITED} asks to wait. */
    public static final int RETRY_AFTER_SECONDS = 7;

    /** The error page. */
    public static final String ERROR_PAGE =
            "<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad gateway</h1>"
                    + "<p>Please try again later.</p></body></html>";
}
