package io.throughline.taggers.evaluate;

/**
 * A file that was evaluated on.
 *
 * @param file as it was named
 * @param domain that its rows are counted under, but for those that name another
 * @param rows in it
 * @param taken of them
 * @param sha256 of its bytes
 */
public record FileReport(String file, String domain, long rows, long taken, String sha256) {}
