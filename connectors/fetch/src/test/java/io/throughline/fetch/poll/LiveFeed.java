package io.throughline.fetch.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A feed whose records are written, edited and deleted between the pages that are read of it, often
 * several in the same second.
 */
final class LiveFeed {

    /** How the feed is sorted. */
    enum Sort {
        ASC,
        DESC,
        BY_ID
    }

    /** What its filter does with the value it is given. */
    enum Filter {
        INCLUSIVE,
        EXCLUSIVE,
        IGNORED
    }

    /** A version of a record; sequence grows with each change of the feed. */
    record Version(int id, long second, int sequence) {

        String json() {
            return "{\"id\":%d,\"at\":\"%s\",\"seq\":%d}"
                    .formatted(id, Instant.ofEpochSecond(second), sequence);
        }
    }

    static final long START = Instant.parse("2026-03-01T00:00:00Z").getEpochSecond();

    private final List<Version> versions = new ArrayList<>();
    private final Random random;
    private final Sort sort;
    private final Filter filter;
    private final boolean byNumber;
    private final int size;
    private long second = START;
    private int ids;
    private int sequence;
    private boolean still;
    private int deletes = Integer.MAX_VALUE;

    LiveFeed(Random random, Sort sort, Filter filter, boolean byNumber) {
        this.random = random;
        this.sort = sort;
        this.filter = filter;
        this.byNumber = byNumber;
        this.size = 2 + random.nextInt(3);
        for (int i = random.nextInt(12); i > 0; i--) {
            change();
        }
    }

    Instant now() {
        return Instant.ofEpochSecond(second);
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    void becomeStill() {
        still = true;
    }

    void allowDeletes(int most) {
        deletes = most;
    }

    private void change() {
        second += random.nextInt(3) == 0 ? 1 : 0;
        int what = random.nextInt(10);
        if (what < 6 || versions.isEmpty()) {
            versions.add(new Version(ids++, second, sequence++));
        } else if (what < 8 || deletes == 0) {
            Version old = versions.remove(random.nextInt(versions.size()));
            versions.add(new Version(old.id(), second, sequence++));
        } else {
            versions.remove(random.nextInt(versions.size()));
            deletes--;
        }
    }

    byte[] answer(Map<String, String> request) {
        String since = request.get("since");
        List<Version> all =
                versions.stream().filter(v -> passes(v, since)).sorted(order()).toList();
        String token = request.get("token");
        String offset = request.get("offset");
        String page = request.get("page");
        List<Version> items;
        if (offset != null || page != null) {
            int from =
                    offset != null ? Integer.parseInt(offset) : (Integer.parseInt(page) - 1) * size;
            items = all.stream().skip(from).limit(size).toList();
        } else {
            items = all.stream().filter(v -> isAfter(v, token)).limit(size).toList();
        }
        boolean more =
                !items.isEmpty() && !items.get(items.size() - 1).equals(all.get(all.size() - 1));
        String last = items.isEmpty() ? token : token(items.get(items.size() - 1));
        String body =
                "{\"items\":[%s],\"next\":%s,\"link\":%s,\"token\":%s,\"end\":%s}"
                        .formatted(
                                items.stream().map(Version::json).collect(Collectors.joining(",")),
                                more ? quoted(last) : "null",
                                more ? quoted(link(since, last)) : "null",
                                last == null ? "null" : quoted(last),
                                !more);
        if (!still) {
            second += random.nextInt(2);
            for (int i = random.nextInt(3); i > 0; i--) {
                change();
            }
        }
        return body.getBytes(UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String link(String since, String token) {
        return "/?token=" + token + (since == null ? "" : "&since=" + since);
    }

    private boolean passes(Version version, String since) {
        if (since == null || filter == Filter.IGNORED) {
            return true;
        }
        long value = byNumber ? version.sequence() : version.second();
        long bound = byNumber ? Long.parseLong(since) : Instant.parse(since).getEpochSecond();
        return filter == Filter.INCLUSIVE ? value >= bound : value > bound;
    }

    private Comparator<Version> order() {
        Comparator<Version> ascending =
                byNumber
                        ? Comparator.comparing(Version::sequence)
                        : Comparator.comparing(Version::second).thenComparing(Version::id);
        return switch (sort) {
            case ASC -> ascending;
            case DESC -> ascending.reversed();
            case BY_ID -> Comparator.comparing(Version::id);
        };
    }

    private static String token(Version version) {
        return version.second() + "." + version.id() + "." + version.sequence();
    }

    private boolean isAfter(Version version, String token) {
        if (token == null) {
            return true;
        }
        String[] parts = token.split("\\.");
        Version bound =
                new Version(
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[0]),
                        Integer.parseInt(parts[2]));
        return order().compare(version, bound) > 0;
    }
}
