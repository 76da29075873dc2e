package io.throughline.local.run;

import io.throughline.document.FeedbackDocument;
import io.throughline.model.Tally;
import java.util.List;
import java.util.Map;

/**
 * What came of a run, as {@code --once} prints it.
 *
 * @param channels tally of each channel, over the whole life of the data directory
 * @param stages count and sentiment of each stage
 * @param documents number of documents in each index
 * @param firstSearchableSeconds from the command to the first searchable document; negative when
 *     there is none
 * @param seconds from the command to the end
 * @param peakMemoryBytes most resident memory of all processes together, sampled once a second
 */
public record Summary(
        List<Tally> channels,
        Map<String, StageSummary> stages,
        Map<String, Long> documents,
        double firstSearchableSeconds,
        double seconds,
        long peakMemoryBytes) {

    /**
     * One stage over all channels.
     *
     * @param count feedback with this stage
     * @param netSentiment -100 to 100; 0 without labelled feedback
     * @param meanScore -1 to 1; 0 without labelled feedback
     */
    public record StageSummary(long count, double netSentiment, double meanScore) {}

    /** Whether every channel's records are accounted for. */
    public boolean balances() {
        return channels.stream().allMatch(Tally::balances);
    }

    /** Whether Elasticsearch holds as many feedback documents as are live. */
    public boolean indexed() {
        return documents.getOrDefault(FeedbackDocument.ALIAS, 0L)
                == channels.stream().mapToLong(Tally::tagged).sum();
    }
}
