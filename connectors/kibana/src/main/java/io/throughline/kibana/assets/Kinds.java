package io.throughline.kibana.assets;

/**
 * The kinds of documents in {@code cx-signals}, in Kibana's language. The same feedback is there in
 * several, so every panel keeps to one.
 */
final class Kinds {

    private static final String HOURS = "windowSeconds: 3600 and not segment: *";

    /** Figures of whole jobs; each is the sum of its channels. */
    static final String JOBS = "job.name: * and not job.source: *";

    /** What the job of the taggers did. */
    static final String TAGGING = "job.name: tagging and not job.source: *";

    /** What came in, by channel instance. */
    static final String INGEST_BY_CHANNEL = "job.name: ingest and job.source: *";

    /** How channels are doing. */
    static final String HEALTH = "health.state: *";

    private Kinds() {}

    /** Everything of the journey. */
    static String of(String journey) {
        return "journey: \"" + journey + "\"";
    }

    /**
     * Hours of stages, each channel by itself. Their sums are those of the whole stage, and whoever
     * filters by a channel still finds them; of all channels together there would be nothing left.
     */
    static String hours(String journey) {
        return of(journey) + " and " + HOURS + " and not channel: all and not stage: unassigned";
    }

    /** Hours of stages over all channels: the only ones that list words. */
    static String hoursOfAllChannels(String journey) {
        return of(journey) + " and " + HOURS + " and channel: all and not stage: unassigned";
    }
}
