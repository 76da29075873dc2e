package io.throughline.domain.tagging;

/**
 * A place where a token pattern occurs.
 *
 * @param pattern index in the list that was compiled
 * @param start first character of the first word, from 0
 * @param end one past the last character of the last word
 */
public record TokenMatch(int pattern, int start, int end) {}
