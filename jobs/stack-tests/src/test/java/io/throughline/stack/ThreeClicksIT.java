package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.stack.Browser.Theme;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody sees the demo for the first time. From the home page, over visible links alone, they
 * read which stage got worse, since when, on which channel, and whose it is. Its pictures are those
 * of the walk-through.
 */
class ThreeClicksIT {

    private static final long START_SECONDS = 120;
    private static final Duration UNTIL_TOLD = Duration.ofMinutes(6);

    /** What has just fired is told more closely with the feedback that follows. */
    private static final Duration UNTIL_SURE = Duration.ofMinutes(1);

    private static final Duration MOST = Duration.ofHours(12);
    private static final int WIDTH = 1280;

    /** Channels on which the demo's world gets worse. */
    private static final List<String> STRUCK = List.of("phone", "social", "mobile");

    @TempDir Path directory;

    @Test
    void findsWhatGotWorseSinceWhenWhereAndWhoseItIs() throws Exception {
        try (Browser browser = Browser.neededBy(ThreeClicksIT.class);
                DemoProcess demo = DemoProcess.live(directory)) {
            browser.as(WIDTH, Theme.LIGHT).open(demo.page(START_SECONDS));
            browser.see(".worse.drop a", UNTIL_TOLD);
            browser.see(".said mark");
            browser.glance("walk-1-home");
            assertThat(browser.text(".worse.drop")).contains("When something has happened");
            String leading = leadingOf(browser, "When something has happened");
            assertThat(leading).isIn(STRUCK);

            browser.click("[data-stage=claim] h3 a").see("#stage-verbatims mark");
            browser.glance("walk-2-stage");
            assertThat(browser.text("h1")).isEqualTo("When something has happened");
            assertThat(browser.text("#stage-owners")).contains("claims-operations");

            browser.click("#stage-alerts .drop a").see("#alert-lead", "Began");
            browser.glance("walk-3-alert");
            assertThat(browser.text("h1"))
                    .isEqualTo("Customers are unhappier with “When something has happened”");
            assertThat(browser.text("#alert-owners")).contains("claims-operations");
            assertThat(leading(browser)).isEqualTo(leading);
            Instant drop = drop();
            await().atMost(UNTIL_SURE).untilAsserted(() -> holds(onset(browser), drop));
            assertThat(browser.complaints()).isEmpty();
            demo.stop();
        }
    }

    /**
     * The channel that home says leads a drop; a stage in which nothing was put may drop as well.
     */
    private static String leadingOf(Browser browser, String stage) {
        return browser.texts(".worse.drop").stream()
                .filter(drop -> drop.contains(stage))
                .flatMap(String::lines)
                .dropWhile(line -> !line.equalsIgnoreCase("Led by"))
                .skip(1)
                .findFirst()
                .orElse("");
    }

    /** The channel that the alert page names first. */
    private static String leading(Browser browser) {
        return browser.attributes(".drivers [data-channel]", "data-channel").get(0);
    }

    /** From when to when it began, as the alert page says it. */
    private static List<Instant> onset(Browser browser) {
        return browser.attributes("#alert-lead time", "datetime").stream()
                .skip(1)
                .map(Instant::parse)
                .toList();
    }

    private static void holds(List<Instant> interval, Instant drop) {
        assertThat(interval).hasSize(2);
        assertThat(drop).isBetween(interval.get(0), interval.get(1));
        assertThat(Duration.between(interval.get(0), interval.get(1))).isLessThanOrEqualTo(MOST);
    }

    /** When the demo's world gets worse. */
    private Instant drop() throws IOException {
        Properties remembered = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("data/demo.properties"))) {
            remembered.load(reader);
        }
        return Instant.parse(remembered.getProperty("worseFrom"));
    }
}
