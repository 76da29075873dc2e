package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.domain.tagging.TrainingSource;
import java.util.List;
import java.util.Map;

/**
 * How well and how fast one engine tagged.
 *
 * @param task {@code sentiment} or {@code stage}
 * @param engine id
 * @param model version that answered; of a stage engine journey and version of its map
 * @param unavailable why it took no part; null when it did
 * @param trainedOn files its model learnt from; null when the engine does not say
 * @param failure kind of the first failure, when the tagger threw instead of answering; null else
 * @param loading what loading it took; null when it was loaded elsewhere
 * @param speed null when it tagged nothing
 * @param all scores over all rows; null when no row has a label for it
 * @param domains scores by domain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngineReport(
        String task,
        String engine,
        String model,
        String unavailable,
        List<TrainingSource> trainedOn,
        String failure,
        Loading loading,
        Speed speed,
        Scores all,
        Map<String, Scores> domains) {

    /** The same with a rate that was measured apart; without one when {@code rate} is null. */
    EngineReport withRate(Double rate) {
        Speed measured = rate == null || speed == null ? speed : speed.withRate(rate);
        return new EngineReport(
                task,
                engine,
                model,
                unavailable,
                trainedOn,
                failure,
                loading,
                measured,
                all,
                domains);
    }

    /** Whether it took part. */
    boolean available() {
        return unavailable == null;
    }
}
