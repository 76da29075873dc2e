package io.throughline.local.pagebench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser fetches before the home page stands, found without one: the page, what it links
 * to, and what those scripts import when they are loaded. A view that is imported when it is opened
 * is no part of it.
 */
final class FirstView {

    private static final Pattern LINKED =
            Pattern.compile("<(?:link|script)[^>]+(?:href|src)=\"([^\":]+)\"");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:^|[;\\n])\\s*(?:import|export)\\b[^;\"'()]*[\"'](\\.[^\"']+)[\"']");

    private final HttpClient client;
    private final URI page;

    FirstView(HttpClient client, String page) {
        this.client = client;
        this.page = URI.create(page + "/");
    }

    /** Bytes as sent, by path. */
    Map<String, Long> files() throws IOException, InterruptedException {
        Map<String, Long> files = new TreeMap<>();
        Deque<URI> open = new ArrayDeque<>();
        open.add(page);
        while (!open.isEmpty()) {
            URI address = open.remove();
            if (files.containsKey(address.getPath())) {
                continue;
            }
            byte[] body = get(address);
            files.put(address.getPath(), (long) body.length);
            String text = new String(body, StandardCharsets.UTF_8);
            Matcher further = (address.getPath().endsWith(".js") ? IMPORTED : LINKED).matcher(text);
            while (!address.getPath().endsWith(".css") && further.find()) {
                open.add(address.resolve(further.group(1)));
            }
        }
        return files;
    }

    private byte[] get(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(address + " answers " + response.statusCode());
        }
        return response.body();
    }
}
