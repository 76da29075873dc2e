package io.throughline.fetch.poll;

import io.throughline.fetch.Failure;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server, and rounds over its feed by what a {@code request} block says. */
final class Rounds implements AutoCloseable {

    final FakeServer server = FakeServer.start();
    final List<Duration> lags = new ArrayList<>();
    private final HealthListener health =
            new HealthListener() {
                @Override
                public void succeeded() {}

                @Override
                public void failed(Failure failure) {}

                @Override
                public void behind(Duration lag) {
                    lags.add(lag);
                }
            };

    Reading round(String request) throws InterruptedException {
        return round(request, Map.of());
    }

    Reading round(String request, Map<String, String> cursor) throws InterruptedException {
        return reading(request, cursor).all();
    }

    Reading reading(String request, Map<String, String> cursor) {
        return new Reading(
                PollFetcher.bounded(
                        Given.poll(
                                "url: " + server.url() + "/feed\n" + request,
                                Map.of("secret.key", "k3y")),
                        new HashMap<>(cursor),
                        Given.backoff(),
                        Given.CLOCK,
                        health),
                cursor);
    }

    @Override
    public void close() {
        server.close();
    }
}
