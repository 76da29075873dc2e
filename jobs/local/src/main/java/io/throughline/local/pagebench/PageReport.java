package io.throughline.local.pagebench;

import java.util.Map;

/**
 * What the live page costs before an index of that size.
 *
 * @param feedback documents in {@code cx-feedback}
 * @param signals documents in {@code cx-signals}
 * @param indexedPerSecond documents of both kinds; null when they were there already
 * @param firstViewBytes files of the home page and the first live answer
 * @param liveBytes of these the answer
 * @param files bytes by path
 * @param coldCpuMillis processor time of Elasticsearch and the page for one cold answer, a mean;
 *     what is left of a time when nothing else runs on the machine
 * @param warmCpuMillis the same of a warm one
 * @param cold first answers of pages that have just started, the server having forgotten all
 *     answers
 * @param warm answers while nothing arrives, none served from the page's own memory
 * @param arriving answers each after another piece of feedback has arrived
 * @param browser null where there is no Chromium
 * @param kept whether the first view is small and fast enough
 */
public record PageReport(
        long feedback,
        long signals,
        Double indexedPerSecond,
        long firstViewBytes,
        long liveBytes,
        Map<String, Long> files,
        double coldCpuMillis,
        double warmCpuMillis,
        Milliseconds cold,
        Milliseconds warm,
        Milliseconds arriving,
        Seen browser,
        boolean kept) {

    /**
     * What a person with a browser waits for.
     *
     * @param bytes on the wire until figures are shown, headers included
     * @param first milliseconds from the navigation to figures of the first visit
     * @param visits the same of visits that follow, nothing cached
     */
    public record Seen(long bytes, int requests, double first, Milliseconds visits) {}
}
