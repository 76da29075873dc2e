package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.journey.JourneyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * “This tag is wrong”: what an editor says the tags of a piece of feedback should be. The answer
 * says that it is written, not that it took effect, which the page sees by the document.
 */
final class CorrectionRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionRoutes.class);
    private static final Set<String> LABELS = Set.of("negative", "neutral", "positive");
    private static final int MOST_STAGES = 20;

    private final ChangeGuard guard;
    private volatile JourneyMap journey;
    private volatile CorrectionDesk desk;

    CorrectionRoutes(ChangeGuard guard) {
        this.guard = guard;
    }

    /**
     * @param to empty where corrections cannot be made
     */
    void ready(JourneyMap map, Optional<CorrectionDesk> to) {
        journey = map;
        desk = to.orElse(null);
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/corrections", this::correct);
    }

    private void correct(Context context) {
        Person person = guard.require(context, Role.EDITOR);
        TagCorrection correction = correction(JsonBody.of(context), person);
        write(correction);
        Audit.did(person, "corrected the tags of", correction.feedback());
        LiveJson.send(
                context.status(HttpStatus.ACCEPTED),
                Map.of("id", correction.feedback(), "by", person.name()));
    }

    private TagCorrection correction(JsonNode body, Person person) {
        if (!body.path("id").isTextual() || body.path("id").asText().isBlank()) {
            throw RefusedException.badRequest("'id' names the feedback.");
        }
        Optional<String> sentiment = label(body.path("sentiment"));
        Optional<List<String>> stages = stages(body.path("stages"));
        if (sentiment.isEmpty() && stages.isEmpty()) {
            throw RefusedException.badRequest("Say a sentiment, the stages, or both.");
        }
        JsonNode revision = body.path("revision");
        return new TagCorrection(
                body.path("id").asText(),
                revision.isIntegralNumber()
                        ? OptionalLong.of(revision.asLong())
                        : OptionalLong.empty(),
                sentiment,
                stages,
                person.name());
    }

    private static Optional<String> label(JsonNode label) {
        if (label.isMissingNode() || label.isNull()) {
            return Optional.empty();
        }
        if (!LABELS.contains(label.asText())) {
            throw RefusedException.badRequest("A sentiment is negative, neutral or positive.");
        }
        return Optional.of(label.asText());
    }

    private Optional<List<String>> stages(JsonNode ids) {
        if (ids.isMissingNode() || ids.isNull()) {
            return Optional.empty();
        }
        JourneyMap map = journey;
        List<String> stages = new ArrayList<>();
        for (JsonNode id : ids) {
            if (map != null && map.stage(id.asText()).isEmpty()) {
                throw RefusedException.badRequest(
                        "There is no stage of that id in the journey map.");
            }
            stages.add(id.asText());
        }
        if (!ids.isArray() || stages.size() > MOST_STAGES) {
            throw RefusedException.badRequest(
                    "'stages' is a list of at most "
                            + MOST_STAGES
                            + " stages, an empty one when it fits none.");
        }
        return Optional.of(stages.stream().distinct().toList());
    }

    private void write(TagCorrection correction) {
        CorrectionDesk to = desk;
        if (to == null) {
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    journey == null
                            ? "Throughline is starting."
                            : "Tags cannot be corrected from this page.");
        }
        try {
            to.correct(correction);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badRequest(e.getMessage());
        } catch (CorrectionDesk.OutdatedException e) {
            throw new RefusedException(HttpStatus.CONFLICT, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn(
                    "A correction of {} cannot be written",
                    Audit.oneLine(correction.feedback()),
                    e);
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Kafka did not take it. Nothing was changed; try again.");
        }
    }
}
