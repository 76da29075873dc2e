package io.throughline.fetch.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.fetch.http.RequestTemplate;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What to poll, how often, and how to tell that there is no more.
 *
 * @param source channel id
 * @param spec what the definition says
 * @param request the same, ready to be sent
 * @param records of a page; empty when only the channel's mapper knows them
 * @param empty whether a page of which {@link #records} tells nothing holds no record
 * @param spacing shortest time between two requests
 * @param patience how long a bounded pass puts up with a server that does not give a page
 */
public record PollPlan(
        String source,
        RequestSpec spec,
        RequestTemplate request,
        Optional<Function<JsonNode, List<JsonNode>>> records,
        Predicate<RawEnvelope> empty,
        Duration spacing,
        Duration patience) {

    public PollPlan {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(records, "records");
        Objects.requireNonNull(empty, "empty");
        Objects.requireNonNull(spacing, "spacing");
        Objects.requireNonNull(patience, "patience");
    }
}
