package io.throughline.fetch.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells an HTML page, which is what gateways and captive portals answer instead of a feed. */
public final class Html {

    private static final int LOOK_AT = 1024;

    private Html() {}

    /** Whether a body begins as an HTML page does. */
    public static boolean looksLike(byte[] body) {
        String start =
                new String(body, 0, Math.min(body.length, LOOK_AT), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
