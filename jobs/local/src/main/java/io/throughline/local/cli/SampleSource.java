package io.throughline.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gets a sample from a file or, once, from a URL. An event stream never ends, so it is read for as
 * long as it takes to see some events and no longer.
 */
final class SampleSource {

    /** More is no sample. */
    static final int MOST_BYTES = 16 << 20;

    private static final int ENOUGH_OF_A_STREAM = 64 << 10;
    private static final Duration STREAM_TIME = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String EVENT_STREAM = "text/event-stream";

    private SampleSource() {}

    /**
     * A sample.
     *
     * @param name for the fixture
     * @param url where it came from; empty for a file
     * @param nextPageInHeader whether the answer named the next page in its {@code Link} header
     */
    record Loaded(
            String name,
            byte[] bytes,
            Optional<URI> url,
            boolean stream,
            boolean nextPageInHeader) {}

    static boolean isUrl(String from) {
        return from.startsWith("http://") || from.startsWith("https://");
    }

    /**
     * The sample.
     *
     * @param headers sent with the request for a URL
     * @throws UserException when there is none, with what to do
     */
    static Loaded load(String from, Map<String, String> headers)
            throws IOException, InterruptedException {
        return isUrl(from) ? fetch(URI.create(from), headers) : read(Path.of(from));
    }

    private static Loaded read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserException(file + " is a directory; name one file in it.");
        }
        if (!Files.exists(file)) {
            throw new UserException(
                    "there is no file " + file + ". A URL begins with http:// or https://.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new UserException(
                    file + " is larger than 16 MiB; take its beginning: head -n 1000 " + file);
        }
        return new Loaded(
                file.getFileName().toString(),
                Files.readAllBytes(file),
                Optional.empty(),
                false,
                false);
    }

    private static Loaded fetch(URI url, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(TIMEOUT)
                        .build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(TIMEOUT)
                        .header("User-Agent", "throughline")
                        .header(
                                "Accept",
                                "application/json, text/csv, " + EVENT_STREAM + ", */*;q=0.5");
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return loaded(url, response, body);
            }
        } catch (HttpTimeoutException e) {
            throw new UserException(
                    host(url)
                            + " did not answer within 20 s. Save an answer to a file and name that.");
        } catch (ConnectException e) {
            throw new UserException(
                    host(url)
                            + " cannot be reached: check the address, or save an answer to a file and name that.");
        }
    }

    private static Loaded loaded(URI url, HttpResponse<InputStream> response, InputStream body)
            throws IOException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new UserException(
                    host(url)
                            + " answered "
                            + status
                            + ": it wants a key. Give it with --header 'Authorization: Bearer …'"
                            + " (it is not written to the channel).");
        }
        if (status == 429) {
            throw new UserException(
                    host(url)
                            + " answered 429: it was asked too often. Try again later"
                            + response.headers()
                                    .firstValue("Retry-After")
                                    .map(s -> ", in " + s + " s")
                                    .orElse("")
                            + ".");
        }
        if (status / 100 != 2) {
            throw new UserException(
                    host(url)
                            + " answered "
                            + status
                            + ": check the address. Nothing was written.");
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean stream = type.startsWith(EVENT_STREAM);
        byte[] bytes = stream ? events(body) : body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UserException(
                    "the answer is larger than 16 MiB; ask for fewer records, e.g. with ?limit=50.");
        }
        boolean next =
                response.headers().allValues("Link").stream()
                        .anyMatch(link -> link.matches("(?is).*rel=\"?next\"?.*"));
        return new Loaded(name(url, type, stream), bytes, Optional.of(url), stream, next);
    }

    /** Stops waiting by closing the body: reading from it cannot be given a time limit. */
    private static byte[] events(InputStream body) throws IOException {
        byte[] bytes = new byte[ENOUGH_OF_A_STREAM];
        int length = 0;
        ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
        Future<?> end =
                alarm.schedule(() -> close(body), STREAM_TIME.toSeconds(), TimeUnit.SECONDS);
        try {
            int read = 0;
            while (read >= 0 && length < bytes.length) {
                length += read;
                read = body.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            if (!end.isDone()) {
                throw e;
            }
        } finally {
            alarm.shutdownNow();
        }
        return Arrays.copyOf(bytes, length);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(URI url, String type, boolean stream) {
        String path = url.getPath() == null ? "" : url.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "");
        if (last.matches(".+\\.(json|jsonl|ndjson|csv|tsv|txt)")) {
            return last;
        }
        String ending = stream ? ".sse" : type.contains("csv") ? ".csv" : ".json";
        return (last.isEmpty() ? "sample" : last) + ending;
    }

    private static String host(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
