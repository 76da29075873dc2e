package io.throughline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import java.util.List;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;

/** What the page says on how to see it all in Kibana: addresses and the journey it shows. */
final class KibanaRoutes {

    private volatile List<String> elasticsearch = List.of();
    private volatile String journey = "";
    private volatile String shipped;

    void ready(RestClient client, JourneyMap map) {
        elasticsearch =
                client.getNodes().stream().map(Node::getHost).map(Object::toString).toList();
        journey = map.journey();
        shipped = ShippedJourneys.nameOf(map).orElse(null);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/kibana", this::addresses);
    }

    private void addresses(Context context) {
        LiveJson.send(context, new Addresses(elasticsearch, journey, shipped));
    }

    /**
     * Where things are; empty before they are up.
     *
     * @param journey id of the map
     * @param map what commands call it; null when it is none of the shipped ones but a file
     */
    record Addresses(List<String> elasticsearch, String journey, String map) {}
}
