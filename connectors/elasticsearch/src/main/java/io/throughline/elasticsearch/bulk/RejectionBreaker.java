package io.throughline.elasticsearch.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that Elasticsearch rejects too many documents for one reason: then the index is wrong,
 * not the documents, and going on would empty the stream into the dead letters. Counts over a
 * sliding minute of one-second steps. Documents rejected without asking Elasticsearch do not count,
 * since whoever sends large feedback must not be able to stop the job.
 */
final class RejectionBreaker {

    private static final int SECONDS = 60;
    private static final int FEWEST_ITEMS = 500;
    private static final double MOST_REJECTED = 0.05;

    private final Step[] steps = new Step[SECONDS];

    /**
     * Counts the final verdicts of a request, leaving out what is to be tried again.
     *
     * @param now in ms
     * @return why to stop, when it is time to
     */
    Optional<String> record(List<Verdict> verdicts, long now) {
        Step step = step(now / 1000);
        boolean rejected = false;
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() == Outcome.REJECTED) {
                step.rejected.merge(verdict.status() + " " + verdict.type(), 1, Integer::sum);
                rejected = true;
            }
            if (verdict.outcome() != Outcome.RETRY) {
                step.items++;
            }
        }
        return rejected ? verdict(now / 1000) : Optional.empty();
    }

    private Step step(long second) {
        int position = (int) (second % SECONDS);
        if (steps[position] == null || steps[position].second != second) {
            steps[position] = new Step(second);
        }
        return steps[position];
    }

    private Optional<String> verdict(long now) {
        long items = 0;
        Map<String, Integer> rejected = new HashMap<>();
        for (Step step : steps) {
            if (step != null && step.second > now - SECONDS) {
                items += step.items;
                step.rejected.forEach(
                        (reason, count) -> rejected.merge(reason, count, Integer::sum));
            }
        }
        if (items < FEWEST_ITEMS) {
            return Optional.empty();
        }
        for (Map.Entry<String, Integer> reason : rejected.entrySet()) {
            if (reason.getValue() > MOST_REJECTED * items) {
                return Optional.of(
                        "Elasticsearch rejected "
                                + reason.getValue()
                                + " of the last minute's "
                                + items
                                + " documents with "
                                + reason.getKey()
                                + "; check that the index templates are those of this version");
            }
        }
        return Optional.empty();
    }

    private static final class Step {
        private final long second;
        private final Map<String, Integer> rejected = new HashMap<>();
        private int items;

        private Step(long second) {
            this.second = second;
        }
    }
}
