package io.throughline.pipeline.tagging;

import io.throughline.domain.tagging.TaggingChain;
import io.throughline.model.Correction;
import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.model.TaggedFeedback;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A correction as it lies in state: without the customer's words.
 *
 * @param revision of the feedback it is of
 * @param words hash of the words it is of
 * @param sentiment null when nothing is said of it
 * @param journey that the stages are of
 * @param stages ids, a line each; empty when it fits none; null when nothing is said of stages
 * @param by who said it
 * @param atMicros when, epoch microseconds
 */
public record Said(
        long revision,
        long words,
        String sentiment,
        String journey,
        String stages,
        String by,
        long atMicros) {

    /** Any order would do as long as it is the same for whoever reads the corrections. */
    static final Comparator<Said> BY_TIME =
            Comparator.comparingLong(Said::atMicros)
                    .thenComparing(Said::by)
                    .thenComparing(said -> String.valueOf(said.sentiment()))
                    .thenComparing(said -> String.valueOf(said.stages()));

    private static final int HEX = 16;
    private static final int HASH_DIGITS = 15;
    private static final long MICROS = 1_000_000;

    static Said of(Correction correction) {
        return new Said(
                correction.line().feedback().revision(),
                words(correction.line()),
                correction.sentiment() == null ? null : correction.sentiment().id(),
                correction.line().stages().journey(),
                correction.stages() == null ? null : String.join("\n", correction.stages()),
                correction.by(),
                correction.at().getEpochSecond() * MICROS + correction.at().getNano() / 1_000);
    }

    /** Hash of what the customer says in a line. */
    static long words(TaggedFeedback line) {
        String text = TaggingChain.verbatim(line.feedback()).text();
        return Long.parseLong(Hashes.sha256(text).substring(0, HASH_DIGITS), HEX);
    }

    SentimentLabel label() {
        return sentiment == null
                ? null
                : SentimentLabel.valueOf(sentiment.toUpperCase(Locale.ROOT));
    }

    List<String> stageIds() {
        return stages == null || stages.isEmpty() ? List.of() : List.of(stages.split("\n"));
    }
}
