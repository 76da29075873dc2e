package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.demo.wire.CallFile;
import io.throughline.model.Channel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFeedsTest {

    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private FakeGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new FakeGateway(SECRET);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void everyWebhookIsAcceptedOrRefused() throws Exception {
        Expectation due = Plans.SMALL.expectations().get(Channel.WEB);
        try (DemoFeeds feeds = open(DemoFeeds.Mode.ONCE)) {
            feeds.deliverTo(gateway.url(), SECRET);
            feeds.awaitDelivered(PATIENCE);

            assertThat(feeds.accepted()).isEqualTo(due.received());
            assertThat(feeds.refused()).isEqualTo(due.refused());
            assertThat(gateway.taken).hasSize(due.received());
        }
    }

    @Test
    void filesAreWholeBeforeAnybodyLooks() throws Exception {
        try (DemoFeeds feeds = open(DemoFeeds.Mode.ONCE)) {
            assertThat(feeds.reviewsUrl()).startsWith("http://127.0.0.1:").contains("${page}");
            for (CallFile file : Plans.SMALL.calls()) {
                Path dropped = folder.resolve(file.name());
                assertThat(Files.readAllBytes(dropped)).isEqualTo(file.content());
                assertThat(Files.getLastModifiedTime(dropped).toInstant()).isEqualTo(file.at());
            }
            assertThat(names()).hasSameSizeAs(Plans.SMALL.calls());
        }
    }

    @Test
    void secondDropLeavesTheFolderAsItIs() throws Exception {
        open(DemoFeeds.Mode.ONCE).close();
        List<String> before = names();
        open(DemoFeeds.Mode.ONCE).close();

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void liveModeGoesOnAfterTheHistory() throws Exception {
        Expectation due = Plans.SMALL.expectations().get(Channel.WEB);
        try (DemoFeeds feeds = open(DemoFeeds.Mode.LIVE)) {
            feeds.deliverTo(gateway.url(), SECRET);
            feeds.awaitDelivered(PATIENCE);
            for (int i = 0; i < due.received(); i++) {
                assertThat(gateway.taken.poll(1, TimeUnit.SECONDS)).isNotNull();
            }

            byte[] later = gateway.taken.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(new String(later, StandardCharsets.UTF_8)).contains("form_response");
        }
    }

    @Test
    void webhooksAreDeliveredByOneCallOnly() throws Exception {
        try (DemoFeeds feeds = open(DemoFeeds.Mode.ONCE)) {
            feeds.deliverTo(gateway.url(), SECRET);

            assertThatThrownBy(() -> feeds.deliverTo(gateway.url(), SECRET))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private DemoFeeds open(DemoFeeds.Mode mode) throws Exception {
        return DemoFeeds.open(Plans.SMALL, mode, folder, Clock.systemUTC());
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
