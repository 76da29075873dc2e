package io.throughline.local.page;

import io.throughline.console.PageChanges;
import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import io.throughline.local.alerts.AlertDesk;
import io.throughline.local.replay.PageReplays;
import io.throughline.local.replay.Replaying;
import io.throughline.local.revise.PageCorrections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.elasticsearch.client.RestClient;

/** What people change from the page, written to Kafka, wherever the page is served from. */
public final class PageDesks {

    private PageDesks() {}

    /**
     * Desks that write to these topics; Kafka need not be there yet.
     *
     * @param search where the page finds what is changed; stays open
     * @param journey whose stages corrections may name
     */
    public static PageChanges through(KafkaSettings kafka, RestClient search, JourneyMap journey) {
        Clock clock = Clock.systemUTC();
        return PageChanges.ofAlerts(new AlertDesk(kafka)::tell)
                .withTagger(new LearningLog(kafka, clock))
                .withReplays(new PageReplays(new Replaying(kafka, Optional.of(search), clock)))
                .withCorrections(new PageCorrections(kafka, search, List.of(journey), clock));
    }
}
