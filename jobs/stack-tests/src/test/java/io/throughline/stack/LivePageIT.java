package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.PageChanges;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page in a real browser, in front of a server that answers like Elasticsearch. */
class LivePageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path JOURNEY =
            Path.of("..", "..", "examples", "journeys", "insurance.yaml");
    private static final Duration A_FEW_ROUNDS = Duration.ofSeconds(20);
    private static final Duration FIRST_ROUND = Duration.ofSeconds(2);
    private static final String TOKEN = "a-token-of-the-tests-0123456789";
    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final ConsoleSettings ALWAYS_ASKS =
            ConsoleSettings.DEFAULT.freshFor(Duration.ZERO);

    @TempDir Path directory;
    private Chromium browser;

    @BeforeEach
    void needsABrowser() {
        Optional<Chromium> found = Chromium.find(directory);
        assumeTrue(
                found.isPresent(),
                "LivePageIT is skipped: no chromium on the PATH (Debian: apt install chromium)");
        browser = found.orElseThrow();
    }

    @Test
    void showsStagesGridVerbatimsAndWhatFalls() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            Document page = page(console, FIRST_ROUND);

            assertThat(page.body().attr("data-state")).isEqualTo("live");
            assertThat(page.select(".stages tbody tr").eachAttr("data-stage"))
                    .containsExactlyElementsOf(
                            journey().stages().stream().map(stage -> stage.id()).toList());
            assertThat(page.select("tr.falling").eachAttr("data-stage")).containsExactly("claim");
            assertThat(page.select("tr.falling .badge").text()).isEqualTo("▼ Falling");
            assertThat(page.select(".spark path.line")).hasSize(journey().stages().size());
            assertThat(page.select(".grid tbody td b").size())
                    .isEqualTo(4 * journey().stages().size());
            assertThat(page.select(".channels tbody th").eachText())
                    .containsExactly("mobile", "phone", "social", "web");
        }
    }

    @Test
    void showsWhatArrivesByItself() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            Document first = page(console, Duration.ofMillis(900));
            assertThat(search.rounds()).isLessThanOrEqualTo(2);
            assertThat(first.select(".said").eachText()).doesNotContain(CannedElasticsearch.NEWS);
            assertThat(first.select("#overview").text()).contains("Dead letters 211");

            Document later = page(console, A_FEW_ROUNDS);

            assertThat(later.select(".said").first().text()).isEqualTo(CannedElasticsearch.NEWS);
            assertThat(later.select("#overview").text()).contains("Dead letters 212");
            assertThat(later.select(".verbatim")).hasSize(4);
        }
    }

    @Test
    void showsMarkupOfCustomersAsText() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            Document page = page(console, FIRST_ROUND);

            assertThat(page.title()).isEqualTo("Throughline");
            assertThat(page.select(".said img, .said script")).isEmpty();
            assertThat(page.select(".said").eachText()).contains(CannedElasticsearch.MARKUP);
        }
    }

    @Test
    void listsOpenAlertsFirstAndSaysHowFarTheWatchIs() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            Document page = page(console, FIRST_ROUND);

            assertThat(page.select("#alerts > .alerts .alert").eachAttr("data-alert"))
                    .containsExactly(CannedAlerts.DROP, CannedAlerts.SURGE);
            assertThat(page.select("#alerts-count").text()).isEqualTo("2 open");
            assertThat(page.select("[data-alert=" + CannedAlerts.DROP + "]").text())
                    .contains("Customers are unhappier with “When something has happened”")
                    .contains("61 % negative, 27 % expected")
                    .contains("+34 points (95 %: +25 to +42)")
                    .contains("claims-operations")
                    .contains("not taken up yet");
            assertThat(page.select("[data-watch=quote]").text()).contains("learning, 120 of 300");
            assertThat(page.select("[data-watch=claim]").text()).contains("a drop is suspected");
        }
    }

    @Test
    void showsAnAlertThatStandsAlone() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            Document page = alertPage(console, CannedAlerts.DROP);

            assertThat(page.title())
                    .isEqualTo(
                            "Customers are unhappier with “When something has happened” – Throughline");
            assertThat(page.select("#overview")).isEmpty();
            assertThat(page.select("#alert-lead").text())
                    .contains("61 % negative, 27 % expected")
                    .contains("88 pieces of feedback by 80 people");
            assertThat(page.select("#alert-picture svg.series .point.since")).isNotEmpty();
            assertThat(page.select("#alert-picture .onset-interval, #alert-picture .mark.fired"))
                    .hasSize(2);
            assertThat(page.select(".drivers [data-channel]").eachAttr("data-channel"))
                    .containsExactly("phone", "social", "mobile", "web");
            assertThat(page.select(".drivers .sum").text()).contains("+34.0");
            assertThat(page.select(".terms li")).hasSize(4);
            assertThat(page.select("#alert-evidence .said").eachText())
                    .hasSize(5)
                    .contains(CannedElasticsearch.MARKUP);
            assertThat(page.select("main img, main script")).isEmpty();
            assertThat(page.select("#alert-owners").text())
                    .contains("claims-operations", "billing, digital", "chief-operations");
            assertThat(page.select("#alert-history .resolution").text())
                    .contains("silence does not");
            assertThat(page.select("#alert-basis").text())
                    .contains("one false alarm in 8 weeks")
                    .contains("adaptive@3")
                    .contains("6.40 of 6.20");
            assertThat(page.select("#alert-actions").text()).contains("read-only");
            assertThat(page.select("#alert-actions form")).isEmpty();
        }
    }

    @Test
    void saysSoWhenThereIsNoSuchAlertOrElasticsearchIsGone() throws Exception {
        CannedElasticsearch search = canned();
        try (Console console = console(search)) {
            Document none = alertPage(console, "nothing");
            assertThat(none.select(".problem").text()).contains("There is no alert nothing");
            assertThat(none.select(".way a").attr("href")).isEqualTo("#/alerts");

            search.close();
            Document gone = alertPage(console, CannedAlerts.DROP);
            assertThat(gone.select("#alert-notice, .problem").text()).contains("does not answer");
        } finally {
            search.close();
        }
    }

    @Test
    void offersChangesToWhoeverHoldsAToken() throws Exception {
        Path tokens = Files.writeString(directory.resolve("tokens"), "dana " + TOKEN + "\n");
        try (CannedElasticsearch search = canned();
                Console console =
                        Console.start(
                                ALWAYS_ASKS.changedBy(ConsoleTokens.read(tokens)),
                                Clock.systemUTC())) {
            console.ready(search.client(), journey(), PageChanges.ofAlerts(command -> {}));

            Document without = alertPage(console, CannedAlerts.DROP);
            Document with =
                    at(console, "#/token/" + TOKEN + "/alerts/" + CannedAlerts.DROP, FIRST_ROUND);
            Document wrong = at(console, "#/token/other/alerts/" + CannedAlerts.DROP, FIRST_ROUND);

            assertThat(without.select("#alert-actions input[name=token]")).hasSize(1);
            assertThat(with.select("#alert-actions").text()).contains("You are dana");
            assertThat(with.select("#alert-actions button").eachText())
                    .containsExactly("Take it up", "Silence", "Accept the new level");
            assertThat(wrong.select("#alert-actions input[name=token]")).hasSize(1);
        }
    }

    @Test
    void saysWhatItWaitsForAndWhenElasticsearchIsGone() throws Exception {
        CannedElasticsearch search = canned();
        try (Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC())) {
            console.status("Starting Kafka and Elasticsearch");
            Document starting = page(console, FIRST_ROUND);
            assertThat(starting.body().attr("data-state")).isEqualTo("starting");
            assertThat(starting.select("#notice").text())
                    .contains("Starting Kafka and Elasticsearch");
            browser.screenshot(
                    SCREENSHOTS.resolve("starting.png"), DESK, 400, FIRST_ROUND, console.url());

            console.ready(search.client(), journey());
            page(console, FIRST_ROUND);
            search.close();
            Document gone = page(console, FIRST_ROUND);
            assertThat(gone.body().attr("data-state")).isEqualTo("unavailable");
            assertThat(gone.select("#notice").text())
                    .contains("Elasticsearch does not answer")
                    .contains("Figures as of");
            assertThat(gone.select(".stages tbody tr")).isNotEmpty();
        } finally {
            search.close();
        }
    }

    @Test
    void fitsADeskAndAPhone() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search)) {
            browser.screenshot(
                    SCREENSHOTS.resolve("desktop.png"), DESK, 1500, A_FEW_ROUNDS, console.url());
            browser.screenshot(
                    SCREENSHOTS.resolve("phone.png"), PHONE, 3400, A_FEW_ROUNDS, console.url());
            String alert = console.url() + "/#/alerts/" + CannedAlerts.DROP;
            browser.screenshot(
                    SCREENSHOTS.resolve("alert-desktop.png"), DESK, 1500, FIRST_ROUND, alert);
            browser.screenshot(
                    SCREENSHOTS.resolve("alert-phone.png"), PHONE, 3400, FIRST_ROUND, alert);
            browser.darkScreenshot(
                    SCREENSHOTS.resolve("alert-dark.png"), DESK, 1500, FIRST_ROUND, alert);
        }
    }

    @Test
    void needsNoSidewaysScrolling() throws Exception {
        try (CannedElasticsearch search = canned();
                Console console = console(search);
                MeasuringProxy proxy = MeasuringProxy.before(console.url())) {
            for (int width : new int[] {PHONE, 700, DESK}) {
                Document frame = Jsoup.parse(browser.documentAfter(FIRST_ROUND, proxy.at(width)));

                assertThat(frame.body().attr("data-rows")).isEqualTo("8");
                assertThat(frame.body().attr("data-width")).isEqualTo(Integer.toString(width));
                assertThat(frame.body().attr("data-needed")).isEqualTo(Integer.toString(width));
            }
        }
    }

    private Document page(Console console, Duration watched) throws Exception {
        return Jsoup.parse(browser.documentAfter(watched, console.url()));
    }

    private Document alertPage(Console console, String id) throws Exception {
        return at(console, "#/alerts/" + id, FIRST_ROUND);
    }

    private Document at(Console console, String address, Duration watched) throws Exception {
        return Jsoup.parse(browser.documentAfter(watched, console.url() + "/" + address));
    }

    private static Console console(CannedElasticsearch search) {
        Console console = Console.start(ALWAYS_ASKS, Clock.systemUTC());
        console.ready(search.client(), journey());
        return console;
    }

    private static CannedElasticsearch canned() throws Exception {
        return CannedElasticsearch.start(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static JourneyMap journey() {
        try {
            return JourneyMapReader.read(JOURNEY.toString(), Files.readString(JOURNEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
