package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless browser. Its clock is virtual: timers of the page fire as fast as its requests are
 * answered, so that a page that asks every few seconds is watched for minutes within a second.
 */
final class Chromium {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Path binary;
    private final Path directory;

    private Chromium(Path binary, Path directory) {
        this.binary = binary;
        this.directory = directory;
    }

    /** The browser on the PATH, if there is one. */
    static Optional<Chromium> find(Path directory) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(binary -> new Chromium(binary, directory));
    }

    /** The document after the page's script ran that long in the page's own time. */
    String documentAfter(Duration watched, String url) throws Exception {
        return run(1280, 900, url, "--virtual-time-budget=" + watched.toMillis(), "--dump-dom");
    }

    /** A picture of the page for readers who like it dark. */
    void darkScreenshot(Path file, int width, int height, Duration watched, String url)
            throws Exception {
        screenshot(file, width, height, watched, url, "--blink-settings=preferredColorScheme=0");
    }

    /** A picture of the page as it is after that long. */
    void screenshot(Path file, int width, int height, Duration watched, String url)
            throws Exception {
        screenshot(file, width, height, watched, url, "--hide-scrollbars");
    }

    private void screenshot(
            Path file, int width, int height, Duration watched, String url, String option)
            throws Exception {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        run(
                width,
                height,
                url,
                option,
                "--virtual-time-budget=" + watched.toMillis(),
                "--screenshot=" + file.toAbsolutePath());
        assertThat(file).isNotEmptyFile();
    }

    private String run(int width, int height, String url, String... options) throws Exception {
        Path profile = Files.createTempDirectory(directory, "profile");
        Path output = Files.createTempFile(directory, "output", ".html");
        Path log = Files.createTempFile(directory, "log", ".txt");
        Process process =
                new ProcessBuilder(command(profile, width, height, url, options))
                        .redirectOutput(output.toFile())
                        .redirectError(log.toFile())
                        .start();
        try {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0)
                    .as(() -> "Chromium at " + url + ": " + read(log))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return read(output);
    }

    private List<String> command(
            Path profile, int width, int height, String url, String... options) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                binary.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--force-color-profile=srgb",
                                "--hide-scrollbars",
                                "--user-data-dir=" + profile,
                                "--window-size=" + width + "," + height));
        command.addAll(List.of(options));
        command.add(url);
        return command;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
