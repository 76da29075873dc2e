package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.PageChanges;
import io.throughline.console.ReplaySelection;
import io.throughline.console.TaggerLog;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.stack.Browser.Theme;
import io.throughline.stack.CannedPipeline.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters, channels, the tagger, Kibana and help in a browser that is clicked. */
class PipelineViewsIT {

    private static final String TOKEN = "an-admin-of-the-tests-0123456789";
    private static final List<String> VIEWS =
            List.of(
                    "#/dead-letters",
                    "#/channels",
                    "#/channels/survey",
                    "#/tagger",
                    "#/kibana",
                    "#/help",
                    "#/help/operations");

    @TempDir Path directory;
    private final List<ReplaySelection> replays = new ArrayList<>();
    private CannedPipeline search;
    private Console console;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.neededBy(PipelineViewsIT.class);
        Path tokens = Files.writeString(directory.resolve("tokens"), "ada " + TOKEN + " admin\n");
        search = CannedPipeline.start();
        console =
                Console.start(
                        ConsoleSettings.DEFAULT
                                .at("127.0.0.1", 0)
                                .freshFor(Duration.ZERO)
                                .changedBy(ConsoleTokens.read(tokens)),
                        Clock.systemUTC());
        console.ready(
                search.client(),
                journey(),
                PageChanges.ofAlerts(command -> {})
                        .withReplays(
                                (selection, by) -> {
                                    replays.add(selection);
                                    search.replayed();
                                    return 4;
                                })
                        .withTagger(PipelineViewsIT::history));
    }

    @AfterEach
    void close() throws IOException {
        if (browser != null) {
            browser.close();
            console.close();
            search.close();
        }
    }

    @Test
    void everyViewIsUsableOnDeskAndPhoneInBothThemes() {
        for (Theme theme : Theme.values()) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                browser.as(width, theme);
                for (String view : VIEWS) {
                    browser.open(console.url() + "/" + view).see("#view .panel");
                    String name = view.replaceAll("\\W+", "-") + "-" + width + "-" + theme;
                    browser.screenshot("pipeline" + name);
                    assertThat(browser.sideways()).as(name).isLessThanOrEqualTo(0);
                    if (width == Browser.DESK || theme == Theme.LIGHT) {
                        assertThat(browser.findings()).as(name).isEmpty();
                    }
                }
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aReplayIsConfirmedSentAndItsEndIsShown() {
        browser.as(Browser.DESK, Theme.LIGHT)
                .open(console.url() + "/#/token/" + TOKEN + "/dead-letters");
        browser.see("#letters-list", "$.when: absent");
        browser.see("#letters-reasons .replay button").click();
        browser.see("#letters-reasons", "Send 4 of MISSING_FIELD through the pipeline once more?");
        assertThat(replays).isEmpty();
        browser.type(org.openqa.selenium.Keys.ENTER);

        browser.see("#letters-list", "tagged, replayed");
        browser.see("#letters-said", "4 sent").see("#letters-reasons .outcome", "4 sent");
        assertThat(replays)
                .containsExactly(
                        new ReplaySelection(
                                List.of(), Optional.empty(), Optional.of("MISSING_FIELD")));
    }

    @Test
    void onAPhoneLettersAreCardsAndTheNavigationShowsWhereOneIs() {
        browser.as(Browser.PHONE, Theme.LIGHT).open(console.url() + "/#/dead-letters");
        browser.see("#letters-reasons .todo");
        assertThat(number("return document.querySelector('.letters .todo').clientWidth"))
                .isGreaterThan(250);
        browser.open(console.url() + "/#/tagger").see("#tagger-basis");
        assertThat(
                        number(
                                "return document.querySelector('nav [aria-current]')"
                                        + ".getBoundingClientRect().right"))
                .isBetween(0d, (double) Browser.PHONE);
    }

    private double number(String script) {
        return ((Number) browser.run(script)).doubleValue();
    }

    @Test
    void whoHoldsNoTokenSeesLettersAndIsAskedForOne() {
        browser.as(Browser.DESK, Theme.LIGHT).open(console.url() + "/#/dead-letters");
        browser.see("#letters-list", "survey.csv".substring(0, 6));
        assertThat(browser.all(".replay button")).isEmpty();
        browser.see("#letters-who", "admin’s token");
        assertThat(browser.all("#letters-who a[href^=login]")).isEmpty();
        browser.click("#letters-reasons a[href*=MISSING_FIELD]");
        browser.see("#letters-list", "of MISSING_FIELD");
        assertThat(browser.address()).contains("reason=MISSING_FIELD");
    }

    @Test
    void hostileNamesAndMessagesAreText() {
        browser.as(Browser.DESK, Theme.LIGHT);
        for (String view : List.of("#/dead-letters", "#/channels/survey")) {
            browser.open(console.url() + "/" + view).see("#view", "<img src=x");
            assertThat(browser.all("#view img")).isEmpty();
            assertThat(browser.title()).doesNotContain("owned");
        }
    }

    @Test
    void nothingAndAFaultAreSaidInWords() {
        browser.as(Browser.DESK, Theme.LIGHT);
        search.is(Mood.EMPTY);
        browser.open(console.url() + "/#/dead-letters").see("#view", "There is no dead letter.");
        browser.open(console.url() + "/#/channels").see("#view", "No channel has brought anything");
        browser.open(console.url() + "/#/channels/survey").see("#view", "Nothing is known");
        browser.open(console.url() + "/#/tagger").see("#view", "There is no feedback yet.");
        search.is(Mood.BROKEN);
        browser.open(console.url() + "/#/dead-letters")
                .see("#view .problem", "Elasticsearch does not answer");
        search.is(Mood.FULL);
        browser.click("#view .problem button").see("#letters-list", "survey");
    }

    @Test
    void whatToTypeForKibanaNamesTheServerAndTheShippedMap() {
        browser.as(Browser.DESK, Theme.LIGHT).open(console.url() + "/#/kibana");
        browser.see("#kibana-own", "What you see here is in http://127.0.0.1:");
        assertThat(browser.text("#view")).doesNotContain("[object");
        assertThat(browser.text("#kibana-provision"))
                .contains("--print-kibana --journey insurance >");
    }

    @Test
    void theTaggerSpeaksOfStagesAsCustomersDoAndLeadsToWhatHasNone() {
        browser.as(Browser.DESK, Theme.LIGHT).open(console.url() + "/#/tagger");
        browser.see("#tagger-ratings", "When something has happened");
        assertThat(browser.attributes("#tagger-ratings a", "href"))
                .containsExactly("#/search?stage=none", "#/search?stage=claim");
        assertThat(browser.text("#tagger-ratings")).contains("no stage");
        assertThat(browser.text("#tagger-versions")).doesNotContain("allowed");
    }

    @Test
    void helpLeadsFromGuideToGuideAndToAPlaceInIt() {
        browser.as(Browser.DESK, Theme.LIGHT).open(console.url() + "/#/help");
        browser.click("#help-contents a[href='#/help/operations']").see("#title", "Operations");
        browser.click(".guide a[href='#/help/dead-letters']").see("#title", "Dead letters");
        browser.see(".guide", "TAGGER_FAILED");
        assertThat(browser.all(".guide table").size()).isGreaterThan(1);
        browser.click(".within a[href*='replay']").see(".guide", "superseded");
        browser.open(console.url() + "/#/help/nowhere").see("#view", "There is no help page");
    }

    private static TaggerLog.History history() {
        return new TaggerLog.History(
                IntStream.of(1, 2)
                        .mapToObj(
                                number ->
                                        new TaggerLog.Version(
                                                number,
                                                "adaptive-" + number,
                                                "learned",
                                                number == 2 ? "in effect" : "former",
                                                number,
                                                Instant.parse("2026-03-19T12:00:00Z"),
                                                900L,
                                                12L,
                                                0.71,
                                                0.74,
                                                0.9,
                                                0.016,
                                                0.02))
                        .toList(),
                new TaggerLog.Agreement(40, 9));
    }

    private static JourneyMap journey() throws IOException {
        Path file = Path.of("..", "..", "examples", "journeys", "insurance.yaml");
        return JourneyMapReader.read("insurance.yaml", Files.readString(file));
    }
}
