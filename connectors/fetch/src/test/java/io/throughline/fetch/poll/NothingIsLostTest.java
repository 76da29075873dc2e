package io.throughline.fetch.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.Given;
import io.throughline.fetch.http.Asked;
import io.throughline.fetch.http.LimitedBody;
import io.throughline.fetch.poll.LiveFeed.Filter;
import io.throughline.fetch.poll.LiveFeed.Sort;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds that change between their pages, jobs that crash between a fetch and a checkpoint: what is
 * there in the end was handed over in the end, in its last version.
 */
class NothingIsLostTest {

    private static final int SEEDS = Integer.getInteger("seeds", 25);
    private static final HttpHeaders HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private static final Map<String, String> PAGES =
            Map.of(
                    "link", "page: {type: link, next: $.link}",
                    "cursor", "page: {type: cursor, next: $.next, param: token}",
                    "offset", "page: {type: offset, param: offset, size: 2}",
                    "page", "page: {type: page, param: page}");

    static Stream<String> feeds() {
        List<String> feeds = new ArrayList<>();
        for (String page : PAGES.keySet().stream().sorted().toList()) {
            feeds.add(page + " without a cursor");
            for (Sort sort : Sort.values()) {
                for (Filter filter : Filter.values()) {
                    feeds.add(page + " by time " + sort + " " + filter);
                    feeds.add(page + " by number " + sort + " " + filter);
                }
            }
        }
        feeds.add("cursor by token ASC IGNORED");
        return feeds.stream();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void whateverTheFeed(String feed) {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Run(feed, seed).play();
        }
    }

    private static final class Run {

        private final String name;
        private final Random random;
        private final LiveFeed feed;
        private final PollPlan plan;
        private final Clock clock;
        private final boolean numbered;

        private Map<String, String> cursor = new HashMap<>();
        private List<String> handedOver = new ArrayList<>();
        private Map<String, String> checkpoint = new HashMap<>();
        private List<String> committed = new ArrayList<>();
        private Feed fetcher;
        private int rounds;

        Run(String name, int seed) {
            this.name = name + " #" + seed;
            String[] words = name.split(" ");
            this.random = new Random(seed);
            this.numbered = words[0].equals("page");
            boolean without = words[1].equals("without");
            Sort sort = without ? Sort.BY_ID : Sort.valueOf(words[3]);
            Filter filter = without ? Filter.IGNORED : Filter.valueOf(words[4]);
            boolean byNumber = words[2].equals("number");
            this.feed = new LiveFeed(random, sort, filter, byNumber || words[2].equals("token"));
            this.clock =
                    new Clock() {
                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return feed.now();
                        }
                    };
            String cursorBlock =
                    without
                            ? ""
                            : words[2].equals("token")
                                    ? "cursor: {kind: token, from: $.token, param: token}"
                                    : "cursor: {kind: %s, field: %s, order: %s, %s}"
                                            .formatted(
                                                    byNumber ? "number" : "datetime",
                                                    byNumber ? "$.seq" : "$.at",
                                                    sort == Sort.BY_ID ? "none" : sort,
                                                    filter == Filter.IGNORED
                                                            ? "dataFeed: true"
                                                            : "param: since, inclusive: "
                                                                    + (filter == Filter.INCLUSIVE));
            this.plan =
                    Given.poll(
                            "url: http://127.0.0.1/\n%s\n%s"
                                    .formatted(PAGES.get(words[0]), cursorBlock),
                            Map.of());
            open();
        }

        private void open() {
            fetcher = new Feed(plan, cursor, clock);
        }

        void play() {
            int steps = 20 + random.nextInt(30);
            for (int i = 0; i < steps; i++) {
                step();
                if (random.nextInt(12) == 0) {
                    crash();
                }
            }
            feed.becomeStill();
            int end = rounds + 4;
            for (int i = 0; rounds < end; i++) {
                assertThat(i).as(name + " comes to an end").isLessThan(5000);
                step();
            }
            for (LiveFeed.Version version : feed.versions()) {
                assertThat(handedOver.stream().anyMatch(page -> page.contains(version.json())))
                        .as("%s hands over %s", name, version.json())
                        .isTrue();
            }
        }

        private void step() {
            Asked asked = fetcher.asked();
            byte[] body = feed.answer(params(plan.request().uri(asked)));
            LimitedBody answer = new LimitedBody(body, body.length);
            Feed.Handed handed = fetcher.take(asked, fetcher.read(answer), answer, HEADERS);
            for (Fetched fetched : handed.items()) {
                fetched.envelope()
                        .ifPresent(page -> handedOver.add(new String(page.payload(), UTF_8)));
                for (CursorChange change : fetched.changes()) {
                    change.applyTo(cursor);
                }
                if (random.nextInt(3) == 0) {
                    checkpoint = new HashMap<>(cursor);
                    committed = new ArrayList<>(handedOver);
                }
            }
            if (handed.state() == Round.State.COMPLETE) {
                rounds++;
                // Numbered pages bear one disappearance in two rounds: see the README.
                feed.allowDeletes(!numbered ? Integer.MAX_VALUE : rounds % 2);
            }
        }

        private static Map<String, String> params(URI address) {
            Map<String, String> params = new HashMap<>();
            String query = address.getQuery() == null ? "" : address.getQuery();
            for (String each : query.split("&")) {
                int equals = each.indexOf('=');
                params.put(each.substring(0, Math.max(0, equals)), each.substring(equals + 1));
            }
            return params;
        }

        /** What came after the checkpoint did not happen. */
        private void crash() {
            cursor = new HashMap<>(checkpoint);
            handedOver = new ArrayList<>(committed);
            open();
        }
    }
}
