package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.file.SseEvent;
import io.throughline.channels.file.SseParser;
import io.throughline.local.demo.wire.ReviewPage;
import io.throughline.local.demo.wire.StreamEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EventLog events = new EventLog(Plans.SMALL.events());
    private DemoServer server;

    @BeforeEach
    void start() throws Exception {
        server = DemoServer.start(new ReviewFeed(Plans.SMALL.reviews()), events);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesAPageOfReviews() throws Exception {
        HttpResponse<String> page = get(reviews(1));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("{\"feed\":{").contains("\"entry\":[");
    }

    @Test
    void someFirstRequestsAreToComeAgain() throws Exception {
        HttpResponse<String> busy = get(reviews(3));

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(get(reviews(3)).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesPastTheTenthAreBareText() throws Exception {
        assertThat(get(reviews(11)).body()).isEqualTo(ReviewPage.TOO_DEEP);
    }

    @Test
    void otherAppsAreNotThere() throws Exception {
        String other = "us/rss/customerreviews/page=1/id=1/sortby=mostrecent/json";

        assertThat(get(server.baseUrl().resolve("/" + other)).statusCode()).isEqualTo(404);
    }

    @Test
    void streamHasEveryEventInOrderHeartbeatsAndAnEnd() throws Exception {
        events.end();
        HttpResponse<byte[]> stream =
                client.send(request(streaming()), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        List<SseEvent> parsed = parse(stream.body());
        assertThat(parsed).hasSameSizeAs(Plans.SMALL.events());
        for (int i = 0; i < parsed.size(); i++) {
            StreamEvent sent = Plans.SMALL.events().get(i);
            assertThat(parsed.get(i).name()).isEqualTo(sent.name());
            assertThat(new String(parsed.get(i).data(), StandardCharsets.UTF_8))
                    .isEqualTo(sent.data());
        }
    }

    @Test
    void laterEventsReachAnOpenConnection() throws Exception {
        StreamEvent late = StreamEvent.delete(Instant.EPOCH, 4711);
        events.add(late);
        try (var lines =
                client.send(request(streaming()), HttpResponse.BodyHandlers.ofLines()).body()) {
            assertThat(lines.anyMatch(line -> line.equals("data: 4711"))).isTrue();
        }
    }

    private static List<SseEvent> parse(byte[] body) {
        List<SseEvent> parsed = new ArrayList<>();
        SseParser parser = new SseParser();
        parser.feed(body, 0, body.length, parsed::add);
        parser.finish(parsed::add);
        return parsed;
    }

    private URI reviews(int page) {
        return server.baseUrl()
                .resolve(
                        DemoServer.REVIEWS
                                + "page="
                                + page
                                + "/id="
                                + ReviewHistory.APP_ID
                                + "/sortby=mostrecent/json");
    }

    private URI streaming() {
        return server.baseUrl().resolve(DemoServer.STREAMING + "public");
    }

    private HttpResponse<String> get(URI url) throws Exception {
        return client.send(request(url), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI url) {
        return HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20)).build();
    }
}
