package io.throughline.local.pagebench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium without a window, spoken to by its own protocol. It tells how long after the navigation
 * began the page shows its figures, and what that cost on the wire.
 *
 * <p>Protocol: Chrome DevTools, domains Page, Network and Runtime.
 */
final class Browser implements AutoCloseable {

    /** What one visit came to. */
    record Visit(double shownMillis, long bytes, int requests) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;

    /** Runs in the page before its own scripts: figures are shown when the view waits no more. */
    private static final String WATCH =
            """
            window.shownAt = null;
            (function look() {
              const view = document.getElementById("view");
              if (document.body?.dataset.state === "live" && view
                  && !view.querySelector("[aria-busy=true]") && view.textContent.length > 300) {
                requestAnimationFrame(() => setTimeout(() => { window.shownAt = performance.now(); }));
              } else {
                setTimeout(look, 2);
              }
            })();
            """;

    private static final String TOLD =
            """
            window.shownAt === null ? "" : JSON.stringify({
              shown: window.shownAt,
              sizes: performance.getEntriesByType("navigation")
                .concat(performance.getEntriesByType("resource")).map((one) => one.transferSize)})
            """;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private int calls;

    private Browser(Process process, HttpClient client, URI page) {
        this.process = process;
        this.socket = client.newWebSocketBuilder().buildAsync(page, new Answers()).join();
    }

    /** Starts the one on the PATH; empty when there is none. */
    static Optional<Browser> start(HttpClient client, Path profile)
            throws IOException, InterruptedException {
        Optional<Path> binary =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (binary.isEmpty()) {
            return Optional.empty();
        }
        Process process =
                new ProcessBuilder(
                                binary.get().toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            URI debugger = debugger(process);
            URI make =
                    URI.create("http://127.0.0.1:" + debugger.getPort() + "/json/new?about:blank");
            String target =
                    client.send(
                                    HttpRequest.newBuilder(make)
                                            .PUT(BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            URI page = URI.create(JSON.readTree(target).path("webSocketDebuggerUrl").asText());
            Browser browser = new Browser(process, client, page);
            browser.call("Page.enable", JSON.createObjectNode());
            browser.call("Network.enable", JSON.createObjectNode());
            browser.call(
                    "Page.addScriptToEvaluateOnNewDocument",
                    JSON.createObjectNode().put("source", WATCH));
            browser.call(
                    "Network.setCacheDisabled", JSON.createObjectNode().put("cacheDisabled", true));
            return Optional.of(browser);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI debugger(Process process) throws IOException {
        BufferedReader told = process.errorReader(StandardCharsets.UTF_8);
        String line = told.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = told.readLine();
        }
        if (line == null) {
            throw new StackException("Chromium ended while it started");
        }
        return URI.create(line.substring(LISTENING.length()).strip());
    }

    /** Opens a page with nothing in its cache, and waits for its figures. */
    Visit visit(String url) throws InterruptedException, IOException {
        call("Page.navigate", JSON.createObjectNode().put("url", "about:blank"));
        call("Page.navigate", JSON.createObjectNode().put("url", url));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            ObjectNode question = JSON.createObjectNode();
            question.put("expression", TOLD).put("returnByValue", true);
            String told = call("Runtime.evaluate", question).at("/result/result/value").asText("");
            if (!told.isEmpty()) {
                return visit(JSON.readTree(told));
            }
            Thread.sleep(20);
        }
        throw new StackException(
                "The page showed no figures within " + PATIENCE_SECONDS + " s at " + url);
    }

    private static Visit visit(JsonNode told) {
        long bytes = 0;
        for (JsonNode size : told.path("sizes")) {
            bytes += size.asLong();
        }
        return new Visit(told.path("shown").asDouble(), bytes, told.path("sizes").size());
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = ++calls;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
        request.set("params", parameters);
        socket.sendText(request.toString(), true).join();
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Answers come in parts, with events between them that nobody waits for. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                complete(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void complete(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                CompletableFuture<JsonNode> waiting = asked.remove(json.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(json);
                }
            } catch (IOException e) {
                asked.values().forEach(waiting -> waiting.completeExceptionally(e));
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
