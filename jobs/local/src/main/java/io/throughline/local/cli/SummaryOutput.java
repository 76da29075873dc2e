package io.throughline.local.cli;

import io.throughline.local.run.Summary;
import io.throughline.local.run.SummaryJson;

/** Prints a summary. */
final class SummaryOutput {

    private SummaryOutput() {}

    /**
     * Prints the JSON on stdout and answers the exit code: 1 when a record is not accounted for,
     * which would be a fault of ours, or is not searchable yet.
     */
    static int print(Summary summary) {
        System.out.println(SummaryJson.of(summary).toPrettyString());
        System.out.flush();
        if (!summary.balances()) {
            System.err.println(
                    "throughline: the counts do not balance; please report this with the summary");
            return 1;
        }
        if (!summary.indexed()) {
            System.err.println(
                    "throughline: cx-feedback does not hold as many documents as are live."
                            + " Documents that wait after an outage are sent by the next run; in an"
                            + " Elasticsearch of your own, other installations may write there too.");
            return 1;
        }
        return 0;
    }
}
