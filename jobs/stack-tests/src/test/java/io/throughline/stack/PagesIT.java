package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.Access;
import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.PageChanges;
import io.throughline.console.Role;
import io.throughline.console.VerbatimExplainer.Words;
import io.throughline.console.oidc.OidcSettings;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.stack.Browser.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * The live page in a real browser, in front of a server that answers like Elasticsearch: each view
 * when there is something, nothing and a failure, on a desk and a phone, light and dark.
 */
class PagesIT {

    private static final Path JOURNEY =
            Path.of("..", "..", "examples", "journeys", "insurance.yaml");
    private static final String TOKEN = "a-token-of-the-tests-0123456789";
    private static final ConsoleSettings ALWAYS_ASKS =
            ConsoleSettings.DEFAULT.freshFor(Duration.ZERO);
    private static final String ALERT = "#/alerts/" + CannedAlerts.DROP;

    /** How often this page asked for the figures. */
    private static final String ASKED =
            "performance.getEntriesByType('resource')"
                    + ".filter(one => one.name.endsWith('/api/live')).length";

    private static Browser browser;

    @TempDir Path directory;
    private CannedElasticsearch search;
    private Console console;

    @BeforeAll
    static void needsABrowser() {
        browser = Browser.neededBy(PagesIT.class);
    }

    @AfterAll
    static void closesIt() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serves() throws Exception {
        search = CannedElasticsearch.start(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        console = Console.start(ALWAYS_ASKS.changedBy(tokens()), Clock.systemUTC());
        console.explain(
                (text, label) ->
                        text.startsWith("Renewal") ? List.of(new Words(16, 30, -1)) : List.of());
        browser.as(Browser.DESK, Theme.LIGHT);
        browser.complaints();
    }

    private ConsoleTokens tokens() throws IOException {
        return ConsoleTokens.read(
                Files.writeString(directory.resolve("tokens"), "dana " + TOKEN + "\n"));
    }

    @AfterEach
    void stops() throws Exception {
        console.close();
        search.close();
    }

    @Test
    void homeShowsWhatGotWorseAndTheStagesInOrder() throws Exception {
        ready();
        open("").see(".stage-card");

        assertThat(browser.attributes(".stage-card", "data-stage"))
                .containsExactlyElementsOf(
                        journey().stages().stream().map(stage -> stage.id()).toList());
        assertThat(browser.text(".worse[data-alert='" + CannedAlerts.DROP + "']"))
                .contains("Customers are unhappier with “When something has happened”")
                .contains("61 % negative, 27 % expected")
                .contains("began between")
                .contains("phone")
                .contains("claims-operations");
        assertThat(browser.text("[data-stage=claim]"))
                .contains("Open alert", "goal of 20", "▼ Falling", "claims-operations");
        assertThat(browser.texts(".stage-card .flag a")).hasSize(2);
        assertThat(browser.text("#quality")).contains("19 more").doesNotContain("object");
        assertThat(browser.text("#blind-spots")).contains("touchpoint").doesNotContain("-");
        assertThat(browser.all(".grid td a")).hasSize(4 * journey().stages().size());
        fits("home");
    }

    @Test
    void homeSaysWhatASilenceHoldsBackAndKeepsWhatGotBetterApart() throws Exception {
        search.silence();
        ready();
        open("").see("#better .worse", "Customers are happier with “When I pay”");

        assertThat(browser.text("#worse")).contains("1 held back by a silence");
        assertThat(browser.all("#worse .worse, .panel.alarm")).isEmpty();
        assertThat(browser.text("[data-stage=claim] .flag")).contains("Alert silenced");
        assertThat(browser.text("[data-stage=quote] .flag")).isEqualTo("no open alert");
        picture("home-silenced");
    }

    @Test
    void homeShowsWhatArrivesByItself() throws Exception {
        ready();
        open("").see(".said", "Renewal");

        browser.see(".said", CannedElasticsearch.NEWS);

        assertThat(browser.text("#overview")).contains("212");
    }

    @Test
    void aStageShowsChannelsAlertsWordsAndEvidence() throws Exception {
        ready();
        open("#/stages/claim").see("#stage-verbatims mark");

        assertThat(browser.title()).startsWith("When something has happened");
        assertThat(browser.text("#stage-verbatims mark")).isEqualTo("a third dearer");
        assertThat(browser.text("#stage-channels")).contains("mobile", "phone", "social", "web");
        assertThat(browser.text("#stage-owners")).contains("claims-operations", "repair-network");
        assertThat(browser.text("#stage-map")).contains("claim form", "not heard", "third contact");
        assertThat(browser.all(".trend-picture .goal-mark, .trend-picture .alert-span"))
                .hasSizeGreaterThan(1);
        fits("stage");

        browser.click("#stage-channels a[href*='channel=phone']").see("h1", "on phone");
        assertThat(browser.address()).endsWith("#/stages/claim?channel=phone");
        assertThat(browser.focused().getTagName()).isEqualTo("h1");
    }

    @Test
    void aTextThatIsCutIsReadToItsEndByKeysAndTurnsNothingElseAround() throws Exception {
        ready();
        String hostile = "[data-id$=hostile] ";
        for (String address : List.of("", "#/stages/claim")) {
            open(address).see(hostile + ".more button", "Show all of it");
            assertThat(browser.text(hostile + ".said")).doesNotContain(CannedElasticsearch.END);
            assertThat(browser.all("[data-id$=plain] .more button"))
                    .noneMatch(one -> one.isDisplayed());

            browser.run("document.querySelector(arguments[0]).focus()", hostile + ".more button");
            browser.type(Keys.ENTER).see(hostile + ".said", CannedElasticsearch.END);

            assertThat(browser.focused().getText()).isEqualTo("Show less");
            assertThat(
                            browser.run(
                                    "return getComputedStyle(document.querySelector(arguments[0]))"
                                            + ".unicodeBidi",
                                    hostile + ".said"))
                    .isIn("plaintext", "isolate");
            assertThat(browser.sideways()).isZero();
            assertThat(browser.as(Browser.PHONE, Theme.DARK).sideways()).isZero();
            assertThat(browser.findings()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.as(Browser.DESK, Theme.LIGHT);
        }
    }

    @Test
    void whoeverCorrectsATextReadsAllOfIt() throws Exception {
        ready();
        open("#/token/" + TOKEN + "/stages/claim").see("#account", "dana");
        browser.click("[data-id$=hostile] button.wrong")
                .see("dialog blockquote", CannedElasticsearch.END);
        assertThat(browser.findings()).isEmpty();
        assertThat(browser.sideways()).isZero();
        browser.run("sessionStorage.clear()");
    }

    @Test
    void wordsThatCouldNotBeAskedForAreSaidToBeMissingAndMarkedLater() throws Exception {
        search.textsFail(true);
        ready();
        open("#/stages/claim").see("#stage-marked", "not marked yet");
        search.textsFail(false);

        browser.see("#stage-verbatims mark", "a third dearer");
        browser.see("#stage-marked", "marked: the words");
    }

    @Test
    void whereReadingTakesATokenItOpensAllThatThePageAsksFor() throws Exception {
        restart(new Access(tokens(), Optional.empty(), Optional.empty(), Optional.of(Role.VIEWER)));
        open("").see("#notice", "for those who log in");
        assertThat(browser.complaints()).isEmpty();

        open("#/token/" + TOKEN + "/").see(".said", "Renewal");
        browser.see(".said", CannedElasticsearch.NEWS);
        Object asked = browser.run("return " + ASKED);
        assertThat(
                        browser.run(
                                "return new Promise(done => setTimeout(() => done("
                                        + ASKED
                                        + "), 4000))"))
                .as("figures are told: a page that asks does so every 2.5 s")
                .isEqualTo(asked);

        browser.open(console.url() + "/#/search").see("a.csv");
        browser.run(
                "const make = URL.createObjectURL; URL.createObjectURL = (content) => {"
                        + " document.title = content.type; return make.call(URL, content); }");
        browser.click("a.csv").see("#saved", "The table is saved.");
        assertThat(browser.title()).startsWith("text/csv");
        assertThat(browser.complaints()).isEmpty();
        browser.run("sessionStorage.clear()");
    }

    @Test
    void whereALogInIsTheOnlyWayNobodyIsAskedForAToken() throws Exception {
        OidcSettings oidc =
                new OidcSettings(
                        URI.create("https://id.example.org"),
                        "throughline",
                        Optional.empty(),
                        OidcSettings.DEFAULT_SCOPES,
                        OidcSettings.DEFAULT_NAME_CLAIM,
                        "groups",
                        List.of(),
                        List.of(),
                        List.of());
        restart(
                new Access(
                        ConsoleTokens.NONE, Optional.of(oidc), Optional.empty(), Optional.empty()));
        open(ALERT).see("#alert-actions a[href^=login]", "Log in");
        assertThat(browser.all("#alert-actions input")).isEmpty();
        open("#/dead-letters").see("#letters-who a[href^=login]", "Log in");
        assertThat(browser.all("#letters-who input")).isEmpty();
        assertThat(browser.findings()).isEmpty();
    }

    private void restart(Access access) {
        console.close();
        console = Console.start(ALWAYS_ASKS.with(access), Clock.systemUTC());
        console.ready(
                search.client(),
                journey(),
                PageChanges.ofAlerts(command -> {}).withReplays((selection, by) -> 0));
    }

    @Test
    void alertsAreListedAndEachStandsAlone() throws Exception {
        ready();
        open("#/alerts").see("#alerts .alert");
        assertThat(browser.texts("#alerts > .alerts .alert a")).hasSize(2);
        fits("alerts");

        browser.click("[data-alert='" + CannedAlerts.DROP + "'] a").see("#alert-lead", "80 people");

        assertThat(browser.text("#alert-drivers")).contains("phone", "+34.0");
        assertThat(browser.text("#alert-owners")).contains("chief-operations");
        assertThat(browser.text("#alert-basis")).contains("one false alarm in 8 weeks");
        assertThat(browser.text("#alert-basis")).contains("cumulative sum of evidence");
        assertThat(browser.text("#alert-history"))
                .contains("What would end it", "About 40 more pieces")
                .doesNotContain("How it ended");
        assertThat(browser.text("#alert-actions")).contains("Token");
        fits("alert");
    }

    @Test
    void anAlertSaysTheTestThatFoundItAndHowItEnded() throws Exception {
        ready();
        open("#/alerts/" + CannedAlerts.SURGE).see("#alert-basis", "so different a number");
        assertThat(browser.text("#alert-basis")).doesNotContain("CUSUM");

        open("#/alerts/" + CannedAlerts.RISE).see("#alert-history", "How it ended");
        assertThat(browser.text("#alert-history"))
                .contains("Newer feedback showed the former level.")
                .doesNotContain("About 40 more pieces");
    }

    @Test
    void aTokenOfALinkOpensChangesAndLeavesTheAddressBar() throws Exception {
        ready();
        open("#/token/" + TOKEN + "/alerts/" + CannedAlerts.DROP)
                .see("#alert-actions", "You are dana");

        assertThat(browser.address()).endsWith(ALERT);
        assertThat(browser.texts("#alert-actions button")).contains("Take it up", "Silence");
        browser.run("sessionStorage.clear()");
    }

    @Test
    void whatWasSentIsSaidUntilTheDetectorsSayItAlsoOnReload() throws Exception {
        ready();
        open("#/token/" + TOKEN + "/alerts/" + CannedAlerts.DROP).see("#alert-actions .action");
        browser.click("#alert-actions .action button");

        browser.see("#alert-actions .sent", "sent by dana");
        assertThat(browser.texts("#alert-actions button")).doesNotContain("Take it up");
        browser.run("location.reload()");
        browser.see("#alert-actions .sent", "waiting for the detectors");
        assertThat(browser.texts("#alert-actions button")).contains("Claim a fix");
        browser.run("sessionStorage.clear()");
    }

    @Test
    void aViewThatWasOpenedTooEarlyIsReadOnceThereIsSomething() throws Exception {
        open("#/dead-letters").see("#view .problem", "starting");
        ready();
        browser.see("#view #letters-reasons");
    }

    @Test
    void keyboardAloneGoesThroughThePage() throws Exception {
        ready();
        open("").see(".stage-card");

        browser.tab();
        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.type(Keys.ENTER);
        assertThat(browser.focused().getTagName()).isEqualTo("h1");
        browser.tab().type(Keys.ENTER).see("#alert-lead");

        assertThat(browser.focused().getTagName())
                .as("focus moves to the new view")
                .isEqualTo("h1");
        browser.back();
        browser.see(".stage-card");
        assertThat(browser.all("nav a[aria-current=page]")).hasSize(1);
    }

    @Test
    void whatCustomersWroteIsTextInEveryView() throws Exception {
        ready();
        for (String address : List.of("", "#/stages/claim", ALERT)) {
            open(address).see(".said", CannedElasticsearch.MARKUP);

            assertThat(browser.title()).isNotEqualTo("owned");
            assertThat(browser.all("main img, main script")).isEmpty();
            assertThat(browser.complaints()).as(address).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        ready();
        open("#/alerts/nothing").see(".problem", "There is no alert nothing");
        picture("alert-absent");
        open("#/stages/nothing").see(".problem", "no stage “nothing”");
        picture("stage-absent");
        open("#/no/such/place").see("h1", "There is nothing at this address");
        picture("nowhere");
    }

    @Test
    void saysWhatItWaitsFor() {
        console.status("Starting Kafka and Elasticsearch");
        open("").see("#notice", "Starting Kafka and Elasticsearch");
        assertThat(browser.text("#view")).contains("Reading the figures");
        fits("home-loading");
        open("#/alerts").see("#view", "Reading the alerts");
        fits("alerts-loading");
    }

    @Test
    void saysThatElasticsearchIsGoneAndKeepsTheFigures() throws Exception {
        ready();
        open("").see(".stage-card");
        search.close();

        browser.see("#notice", "Elasticsearch does not answer").see("#notice", "Figures as of");

        assertThat(browser.all(".stage-card")).isNotEmpty();
        picture("home-error");
        open("#/stages/claim").see(".problem", "Elasticsearch does not answer");
        fits("stage-error");
    }

    @Test
    void theFirstViewIsSmall() throws Exception {
        ready();
        open("").see(".stage-card");

        Object bytes =
                browser.run(
                        "return performance.getEntriesByType('resource')"
                                + ".concat(performance.getEntriesByType('navigation'))"
                                + ".filter(one => !one.name.includes('/api/'))"
                                + ".reduce((sum, one) => sum + one.decodedBodySize, 0)");

        assertThat(((Number) bytes).longValue()).isBetween(20_000L, 300_000L);
    }

    /** At both widths and in both themes: no sideways scrolling, no finding, no complaint. */
    private void fits(String name) {
        for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
            for (Theme theme : Theme.values()) {
                browser.as(width, theme);
                String as =
                        name + "-" + width + "-" + theme.name().toLowerCase(java.util.Locale.ROOT);
                assertThat(browser.sideways()).as(as).isZero();
                assertThat(browser.findings()).as(as).isEmpty();
                browser.screenshot(as);
            }
        }
        assertThat(browser.complaints()).as(name).isEmpty();
        browser.as(Browser.DESK, Theme.LIGHT);
    }

    private static void picture(String name) {
        assertThat(browser.findings()).as(name).isEmpty();
        browser.screenshot(name);
    }

    private Browser open(String address) {
        return browser.open(console.url() + "/" + address);
    }

    private void ready() {
        console.ready(search.client(), journey(), PageChanges.ofAlerts(command -> {}));
    }

    private static JourneyMap journey() {
        try {
            return JourneyMapReader.read(JOURNEY.toString(), Files.readString(JOURNEY));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
