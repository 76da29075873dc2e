package io.throughline.kibana.assets;

/**
 * Figures over roll-ups. An average of averages is wrong as soon as hours differ in size, so each
 * is a quotient of sums.
 */
final class Formulas {

    /** Feedback with a sentiment. */
    static final String LABELLED = "sum(count) - sum(abstained)";

    /** Share positive minus share negative, -100 to 100. */
    static final String NET_SENTIMENT =
            "100 * (sum(positive) - sum(negative)) / (sum(count) - sum(abstained))";

    /** The same over feedback itself. */
    static final String NET_OF_FEEDBACK =
            "100 * (count(kql='sentiment.label: positive') - count(kql='sentiment.label: negative'))"
                    + " / count(kql='sentiment.label: *')";

    /** How long customers felt that a stage was worse; other directions have no such time. */
    static final String RECOVERY_MEDIAN = "median(recoverySeconds, kql='direction: drop')";

    static final String RECOVERY_LONGEST = "max(recoverySeconds, kql='direction: drop')";

    /** Share of the tagged feedback that the slow model answered. */
    static final String TEACHER_SHARE =
            "sum(job.byTeacher) / (sum(job.byTeacher) + sum(job.byStudent))";

    /** CPU time of a feedback, in milliseconds. */
    static final String TAGGING_COST = "sum(job.busyMillis) / sum(job.records)";

    private Formulas() {}
}
