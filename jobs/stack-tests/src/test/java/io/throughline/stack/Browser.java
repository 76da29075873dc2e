package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that is clicked and typed into as a person would, at a width and in a theme.
 * It is driven by Debian's own driver, so that nothing is fetched when tests run.
 */
final class Browser implements AutoCloseable {

    /** Widths that the page is made for, in CSS pixels. */
    static final int DESK = 1440;

    static final int PHONE = 360;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser; where none is installed, the test that needs it is skipped by name. */
    static Browser neededBy(Class<?> test) {
        Optional<Installed> found = installed();
        assumeTrue(
                found.isPresent(),
                test.getSimpleName()
                        + " is skipped: no chromium and chromedriver on the PATH (Debian: apt install"
                        + " chromium chromium-driver)");
        return found.orElseThrow().start();
    }

    /** Where the browser and its driver are; empty when one is not installed. */
    private static Optional<Installed> installed() {
        Optional<Path> browser = onPath("chromium");
        Optional<Path> driver = onPath("chromedriver");
        return browser.flatMap(one -> driver.map(other -> new Installed(one, other)));
    }

    /** A browser and its driver. */
    private record Installed(Path browser, Path driver) {

        Browser start() {
            ChromeOptions options = new ChromeOptions();
            options.setBinary(browser.toFile());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-GB",
                    "--force-color-profile=srgb",
                    "--hide-scrollbars");
            LoggingPreferences logging = new LoggingPreferences();
            logging.enable(LogType.BROWSER, Level.ALL);
            options.setCapability("goog:loggingPrefs", logging);
            ChromeDriverService service =
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(driver.toFile())
                            .usingAnyFreePort()
                            .build();
            return new Browser(new ChromeDriver(service, options));
        }
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** From here on as wide as that and in that theme; heights are those of usual screens. */
    Browser as(int width, Theme theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        width < 600 ? 780 : 900,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        theme.name().toLowerCase(Locale.ROOT)))));
        return this;
    }

    /** What the reader prefers. */
    enum Theme {
        LIGHT,
        DARK
    }

    /** Opens an address in a page that knows nothing of the one before. */
    Browser open(String url) {
        driver.get("about:blank");
        driver.get(url);
        return this;
    }

    /** Waits until something of that kind is there and visible. */
    WebElement see(String selector) {
        return see(selector, PATIENCE);
    }

    /** The same with more patience. */
    WebElement see(String selector, Duration patience) {
        return new WebDriverWait(driver, patience)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "nothing visible fits " + selector + " in\n" + text("body"))
                .until(
                        any ->
                                driver.findElements(By.cssSelector(selector)).stream()
                                        .filter(WebElement::isDisplayed)
                                        .findFirst()
                                        .orElse(null));
    }

    /** Waits until what fits holds those words. */
    Browser see(String selector, String words) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "“" + words + "” is not in " + selector + ":\n" + text("body"))
                .until(any -> text(selector).contains(words));
        return this;
    }

    /** Waits until a script says so. */
    void await(String script) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> script + " is not so in\n" + text("body"))
                .until(any -> (Boolean) driver.executeScript(script));
    }

    /** Clicks what is there and visible, also where the page puts it there anew just then. */
    Browser click(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> selector + " is replaced before it can be clicked")
                .until(
                        any -> {
                            see(selector).click();
                            return true;
                        });
        return this;
    }

    /** Types into what has the focus. */
    Browser type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    Browser tab() {
        return type(Keys.TAB);
    }

    /** What a reader sees of everything that fits; empty when nothing does. */
    String text(String selector) {
        return String.join("\n", texts(selector));
    }

    /** What a reader sees of each that fits, at one moment: the page may change at the next. */
    List<String> texts(String selector) {
        return each(selector, "node.innerText.trim()");
    }

    /** An attribute of each that fits and has it, at one moment. */
    List<String> attributes(String selector, String name) {
        return each(selector + "[" + name + "]", "node.getAttribute('" + name + "')");
    }

    private List<String> each(String selector, String what) {
        List<?> found =
                (List<?>)
                        driver.executeScript(
                                "return [...document.querySelectorAll(arguments[0])]"
                                        + ".map(node => "
                                        + what
                                        + ")",
                                selector);
        return found.stream().map(String::valueOf).toList();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void back() {
        driver.navigate().back();
    }

    /** Severe findings of axe on what is shown now, each with the elements it is about. */
    List<String> findings() {
        driver.executeScript(axe());
        Object found =
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, {resultTypes: ['violations']}).then(result =>"
                                + " done(result.violations"
                                + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                                + ".map(one => one.impact + ' ' + one.id + ': ' + one.nodes.slice(0, 5)"
                                + ".map(node => node.html.slice(0, 200) + ' '"
                                + " + (node.any[0]?.message ?? '')).join(' | '))),"
                                + " error => done(['axe failed: ' + error]));");
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    /** What the page's scripts complained about since the last time this was asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** How much wider the page is than its window; 0 when nothing has to be scrolled sideways. */
    long sideways() {
        return (Long)
                driver.executeScript(
                        "return document.documentElement.scrollWidth - window.innerWidth");
    }

    /** A picture of what a reader sees without scrolling into {@code target/screenshots}. */
    void glance(String name) {
        keep(
                name + ".jpg",
                driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "jpeg", "quality", 50)));
    }

    /** A picture of the whole page into {@code target/screenshots}. */
    void screenshot(String name) {
        Map<?, ?> metrics =
                (Map<?, ?>)
                        driver.executeCdpCommand("Page.getLayoutMetrics", Map.of())
                                .get("cssContentSize");
        Map<String, Object> picture =
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x",
                                        0,
                                        "y",
                                        0,
                                        "width",
                                        metrics.get("width"),
                                        "height",
                                        metrics.get("height"),
                                        "scale",
                                        1)));
        keep(name + ".png", picture);
    }

    private static void keep(String name, Map<String, Object> picture) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(
                    SCREENSHOTS.resolve(name),
                    Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            assertThat(script).as("axe.min.js on the class path").isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
