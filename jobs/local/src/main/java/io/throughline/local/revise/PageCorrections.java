package io.throughline.local.revise;

import io.throughline.console.CorrectionDesk;
import io.throughline.console.TagCorrection;
import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import io.throughline.local.revise.TaggedLines.Found;
import io.throughline.model.TaggedFeedback;
import io.throughline.taggers.stage.NoStage;
import java.time.Clock;
import java.util.List;
import org.elasticsearch.client.RestClient;

/**
 * Corrections from the live page: the same records that {@code throughline correct} writes. Each is
 * in Kafka before the person is told so; there is no queue that could be lost.
 */
public final class PageCorrections implements CorrectionDesk {

    private final TaggedLines lines;
    private final Correcting correcting;

    public PageCorrections(
            KafkaSettings kafka, RestClient search, List<JourneyMap> maps, Clock clock) {
        this.lines = new TaggedLines(kafka, search);
        this.correcting = new Correcting(kafka, maps, clock);
    }

    @Override
    public void correct(TagCorrection correction) {
        CorrectionRequest request = request(correction);
        Found found = lines.find(request.id());
        if (found.behind()) {
            throw new OutdatedException(
                    "This feedback is being tagged at this moment. Try again in some seconds.");
        }
        TaggedFeedback line = found.line().orElse(null);
        if (line != null
                && correction.revision().isPresent()
                && correction.revision().getAsLong() != line.feedback().revision()) {
            throw new OutdatedException(
                    "The customer has changed this feedback since you read it. Read it again.");
        }
        correcting.write(request, line);
    }

    private static CorrectionRequest request(TagCorrection correction) {
        List<String> stages =
                correction
                        .stages()
                        .map(ids -> ids.isEmpty() ? List.of(NoStage.NONE) : ids)
                        .orElse(List.of());
        return CorrectionRequest.of(
                "page",
                correction.feedback(),
                correction.sentiment().orElse(""),
                stages,
                correction.by());
    }
}
