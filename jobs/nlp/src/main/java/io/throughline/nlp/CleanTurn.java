package io.throughline.nlp;

/**
 * A turn of a verbatim that has something to judge.
 *
 * @param start where the turn begins in {@link io.throughline.domain.tagging.Verbatim#text()}
 * @param raw as it was said
 * @param text cleaned, not empty
 */
public record CleanTurn(int start, String raw, String text) {}
