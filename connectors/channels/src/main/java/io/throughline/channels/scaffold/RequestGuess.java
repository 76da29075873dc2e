package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proposes how to poll the interface a sample came from: the address without what is secret in it,
 * how its pages follow one another, and where reading goes on the next time.
 */
public final class RequestGuess {

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(token|api_?key|secret|password|signature|^key$|^auth$).*");
    private static final Pattern SINCE =
            Pattern.compile(
                    "(?i)(updated|modified|created|submitted)?_?(since|after|from|start|min)_?(date|time|at)?"
                            + "|start_?(time|date)|from_?(date|time)|since");
    private static final Pattern PUBLIC_HEADER =
            Pattern.compile("(?i)accept|content-type|user-agent");

    private final Map<String, String> query = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Proposal proposal;

    private RequestGuess(Proposal proposal) {
        this.proposal = proposal;
    }

    /**
     * The {@code request} block.
     *
     * @param headers that were sent to get the sample
     * @param linked whether the answer named the next page in its {@code Link} header
     */
    public static List<String> request(
            URI url, Map<String, String> headers, boolean linked, Proposal proposal) {
        RequestGuess guess = new RequestGuess(proposal);
        guess.read(url);
        guess.lines.add("request:");
        guess.lines.add("  url: " + Yaml.block(bare(url)));
        Optional<String> cursor = guess.cursor();
        Optional<String> page = guess.page(linked);
        guess.query();
        guess.headers(headers);
        page.ifPresent(guess.lines::add);
        cursor.ifPresent(guess.lines::add);
        guess.lines.add("  interval: 5m");
        return guess.lines;
    }

    /** The {@code stream} block for server-sent events. */
    public static List<String> stream(URI url, Map<String, String> headers, Proposal proposal) {
        RequestGuess guess = new RequestGuess(proposal);
        guess.read(url);
        guess.lines.add("stream:");
        guess.lines.add("  protocol: sse");
        guess.lines.add("  url: " + Yaml.block(bare(url)));
        guess.query();
        guess.headers(headers);
        return guess.lines;
    }

    /** The block of a mode whose address nobody has said: it is asked for in throughline.yaml. */
    public static List<String> unknown(String block) {
        List<String> lines = new ArrayList<>();
        lines.add(block + ":");
        if (block.equals("stream")) {
            lines.add("  protocol: sse");
        }
        lines.add("  url: ${config.url}  # given in throughline.yaml under config");
        return lines;
    }

    /** The names of secrets that a block asks for. */
    public static List<String> secrets(List<String> block) {
        return Pattern.compile("\\$\\{secret\\.([^}]+)}")
                .matcher(String.join("\n", block))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String bare(URI url) {
        String text = url.toString();
        int end = text.indexOf('?') >= 0 ? text.indexOf('?') : text.indexOf('#');
        return end >= 0 ? text.substring(0, end) : text;
    }

    private void read(URI url) {
        String raw = url.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private void query() {
        List<String> parts = new ArrayList<>();
        query.forEach(
                (name, value) -> {
                    boolean secret = SECRET.matcher(name).matches();
                    String shown = secret ? "${secret." + variable(name) + "}" : value;
                    parts.add(Yaml.flow(name) + ": " + Yaml.flow(shown));
                });
        if (!parts.isEmpty()) {
            lines.add("  query: {" + String.join(", ", parts) + "}");
        }
    }

    private void headers(Map<String, String> headers) {
        List<String> parts = new ArrayList<>();
        headers.forEach(
                (name, value) -> {
                    int space = value.indexOf(' ');
                    String scheme = space > 0 ? value.substring(0, space + 1) : "";
                    boolean open = PUBLIC_HEADER.matcher(name).matches();
                    String shown = open ? value : scheme + "${secret.token}";
                    parts.add(Yaml.flow(name) + ": " + Yaml.flow(shown));
                });
        if (!parts.isEmpty()) {
            lines.add("  headers: {" + String.join(", ", parts) + "}");
        }
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "");
    }

    private Optional<String> page(boolean linked) {
        if (linked) {
            return Optional.of("  page: {type: link, next: header}");
        }
        Optional<Paging.Next> next =
                proposal.sample().documents().stream()
                        .filter(JsonNode::isObject)
                        .flatMap(document -> Paging.next(document, proposal.records()).stream())
                        .findFirst();
        if (next.isPresent()) {
            String path = Yaml.flow(next.get().path());
            if (next.get().link()) {
                return Optional.of("  page: {type: link, next: " + path + "}");
            }
            String param = Paging.param(next.get(), query.keySet());
            query.remove(param);
            return Optional.of(
                    "  page: {type: cursor, next: " + path + ", param: " + Yaml.flow(param) + "}");
        }
        return numbered();
    }

    private Optional<String> numbered() {
        for (Map.Entry<String, String> entry : Map.copyOf(query).entrySet()) {
            String name = entry.getKey().toLowerCase(Locale.ROOT);
            boolean page = name.matches("page|page_?(number|no|num|index)|p");
            if ((page || name.matches("offset|skip|start|start_?index"))
                    && entry.getValue().matches("\\d{1,6}")) {
                query.remove(entry.getKey());
                return Optional.of(
                        "  page: {type: "
                                + (page ? "page" : "offset")
                                + ", param: "
                                + Yaml.flow(entry.getKey())
                                + size()
                                + (page && entry.getValue().equals("0") ? ", first: 0" : "")
                                + "}");
            }
        }
        return Optional.empty();
    }

    private String size() {
        for (Map.Entry<String, String> entry : Map.copyOf(query).entrySet()) {
            if (entry.getKey().matches("(?i)limit|per_?page|page_?size|size|count|max_?results|top")
                    && entry.getValue().matches("[1-9]\\d{0,4}")) {
                query.remove(entry.getKey());
                return ", sizeParam: " + Yaml.flow(entry.getKey()) + ", size: " + entry.getValue();
            }
        }
        return "";
    }

    /**
     * By the time of the last edit: a cursor on the time of creation misses every edit. Without a
     * parameter that filters, pages are read until known records come, if the newest come first.
     */
    private Optional<String> cursor() {
        Finding revision = proposal.finding(Field.REVISION);
        Finding occurred = proposal.finding(Field.OCCURRED_AT);
        Finding time =
                revision.found() && revision.first().facts().profile().time().isPresent()
                        ? revision
                        : occurred;
        if (!time.found() || time.paths().size() > 1) {
            return Optional.empty();
        }
        TimeGuess guess = time.first().facts().profile().time().orElseThrow();
        String formats =
                guess.formats().equals(List.of("iso"))
                        ? ""
                        : ", formats: " + Yaml.flow(guess.formats());
        String field = "field: " + Yaml.flow(time.paths().get(0)) + ", kind: datetime" + formats;
        for (Map.Entry<String, String> entry : Map.copyOf(query).entrySet()) {
            if (SINCE.matcher(entry.getKey()).matches()
                    && TimeGuess.of(List.of(entry.getValue())).isPresent()) {
                query.remove(entry.getKey());
                return Optional.of(
                        "  cursor: {"
                                + field
                                + ", param: "
                                + Yaml.flow(entry.getKey())
                                + ", start: "
                                + Yaml.flow(entry.getValue())
                                + "}");
            }
        }
        return newestFirst(time, guess)
                ? Optional.of(
                        "  cursor: {" + field + ", order: desc, dataFeed: true, lookback: 1h}")
                : Optional.empty();
    }

    private static boolean newestFirst(Finding time, TimeGuess guess) {
        List<Instant> times = guess.read(time.first().column().texts());
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isAfter(times.get(i - 1))) {
                return false;
            }
        }
        return times.size() > 2 && times.get(0).isAfter(times.get(times.size() - 1));
    }
}
