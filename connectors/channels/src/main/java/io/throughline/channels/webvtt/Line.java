package io.throughline.channels.webvtt;

/**
 * Something that was said.
 *
 * @param speaker as the transcript calls who said it; null when it does not say
 * @param startMs null when the transcript has no times
 * @param endMs null when the transcript has no times
 */
record Line(String speaker, String words, Long startMs, Long endMs) {}
