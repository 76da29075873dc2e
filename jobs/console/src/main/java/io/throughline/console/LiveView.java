package io.throughline.console;

import io.throughline.alert.Term;
import io.throughline.measure.NetSentiment;
import io.throughline.measure.NetSentimentChange;
import io.throughline.measure.ScoreQuantiles;
import java.time.Instant;
import java.util.List;

/**
 * What the page shows at a moment.
 *
 * @param until end of the span of stages and cells: the full hour after the newest feedback, so
 *     that history read in one go is seen from its own end; null when there is no feedback
 * @param days length of that span
 * @param watch how far the watch over each stage is
 */
record LiveView(
        String journey,
        int journeyVersion,
        Instant until,
        int days,
        AlertPanel alerts,
        List<Watch> watch,
        List<StageView> stages,
        List<Cell> cells,
        List<ChannelView> channels,
        List<Health> health,
        Coverage coverage,
        BlindSpots blindSpots,
        DeadLetters deadLetters,
        List<Verbatim> verbatims) {

    /** Where a stage is going. */
    enum Movement {
        FALLING,
        RISING,
        STEADY,
        /** Too little feedback on one of the two sides. */
        UNKNOWN
    }

    /**
     * A stage of the journey over the whole span.
     *
     * @param goal net sentiment aimed at; null when none is set
     * @param count feedback, with a sentiment or not
     * @param sentiment of all channels, none weighing more than the cap; null when nothing has a
     *     label
     * @param capped whether the loudest channel weighs less than its share
     * @param recentDays length of the newest part of the span that is compared with the rest
     * @param recent that part; null when nothing has a label
     * @param before the days before; null when nothing has a label
     * @param change from before to recent; null when either is
     * @param trend one value a day, oldest first
     * @param scores null when nothing has a label
     * @param terms what is said more in the newest two days than before
     */
    record StageView(
            String id,
            String name,
            String owner,
            Double goal,
            long count,
            NetSentiment sentiment,
            boolean capped,
            int recentDays,
            NetSentiment recent,
            NetSentiment before,
            NetSentimentChange change,
            Movement movement,
            List<Day> trend,
            ScoreQuantiles scores,
            List<Term> terms,
            Mismatch mismatch) {}

    /**
     * A day of a stage.
     *
     * @param n feedback with a label
     * @param value net sentiment; null when n is 0
     */
    record Day(Instant start, long n, Double value) {}

    /**
     * How ratings and words agree.
     *
     * @param rated feedback with a sentiment and a low or high rating
     */
    record Mismatch(long rated, long highButNegative, long lowButPositive) {}

    /** A stage on a channel over the whole span; value is null when n is 0. */
    record Cell(String stage, String channel, long n, Double value) {}

    /**
     * How much has come from a channel and how fresh it is.
     *
     * @param delayMedianSeconds from occurred to observed, over the newest documents; null when
     *     there are none
     * @param delayHighSeconds the 95th percentile of the same
     */
    record ChannelView(
            String id,
            long documents,
            Instant occurredAt,
            Instant observedAt,
            Double delayMedianSeconds,
            Double delayHighSeconds) {}

    /**
     * How a channel instance is doing, as last said.
     *
     * @param state {@code ok}, {@code silent}, {@code behind} or {@code failing}
     * @param cause null when it is well
     */
    record Health(String source, String channel, String state, String cause, Instant since) {}

    /**
     * How much of the feedback carries tags.
     *
     * @param withoutStage documents whose stage was abstained on, by reason
     * @param withoutSentiment documents whose sentiment was abstained on, by reason
     */
    record Coverage(long documents, List<Count> withoutStage, List<Count> withoutSentiment) {}

    /** Records that could not go on, by reason. */
    record DeadLetters(long count, Instant newest, List<Count> reasons) {}

    /** How many of a kind. */
    record Count(String id, long count) {}

    /**
     * A piece of feedback as the customer said it.
     *
     * @param revision of the feedback; null where it was not asked for
     * @param text redacted; plain text, cut when it is long
     * @param cut whether there is more of the text
     */
    record Verbatim(
            String id,
            Long revision,
            String channel,
            String source,
            String touchpoint,
            Instant occurredAt,
            Instant observedAt,
            String language,
            String text,
            boolean cut,
            Stars rating,
            Feeling sentiment,
            List<Tag> stages) {}

    /** A rating on its scale. */
    record Stars(double value, double min, double max) {}

    /**
     * The sentiment of one piece of feedback; label is null when it was abstained on.
     *
     * @param basis what the answer rests on, such as {@code person}; null when it is not said
     */
    record Feeling(
            String label, double score, double confidence, String abstention, String basis) {}

    /** One stage of one piece of feedback; weights of all its stages sum to 1. */
    record Tag(String id, double weight, double confidence) {}
}
