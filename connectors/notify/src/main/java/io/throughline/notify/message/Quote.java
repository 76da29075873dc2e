package io.throughline.notify.message;

import java.util.Optional;

/**
 * What a customer said, redacted.
 *
 * @param text one line without line breaks, control characters or turned direction; markup is not
 *     escaped, which every renderer does for itself
 * @param origin channel and time
 * @param url link to the original
 */
public record Quote(String text, String origin, Optional<String> url) {}
