package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints how many records a second of processor time each channel reads. The floors are far below
 * what is measured, so that they find a step that became ten times slower and nothing else.
 */
class ThroughputTest {

    /** Mails, of which each is a document of many parts, are the slowest: some 2,500. */
    private static final double FLOOR = 1_000;

    /** Bytes a second that will do as well, where a record is long. */
    private static final double FLOOR_BYTES = 5 << 20;

    private static final Duration ROUND = Duration.ofMillis(100);
    private static final int ROWS = 30_000;

    static Stream<String> shipped() throws IOException {
        return Fixtures.all().stream().map(Fixtures::channelOf).distinct();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aChannelReadsItsFixtures(String id) throws IOException {
        ChannelDefinition definition = Fixtures.definition(id);
        ChannelParser parser = new ChannelParser(definition, Fixtures.AUTHORS);
        List<RawEnvelope> sound = new ArrayList<>();
        for (Path fixture : Fixtures.all()) {
            if (Fixtures.channelOf(fixture).equals(id)) {
                String name = fixture.getFileName().toString();
                Fixtures.envelopes(definition, name, Fixtures.bytes(id + "/" + name)).stream()
                        .map(Positioned::envelope)
                        .filter(each -> CpuRate.accepted(parser.parse(each)) > 0)
                        .forEach(sound::add);
            }
        }

        double rate = CpuRate.of(() -> read(parser, sound), ROUND);

        long bytes = sound.stream().mapToLong(each -> each.payload().length).sum();
        double perRecord = (double) bytes / read(parser, sound);
        System.out.printf(
                "%-24s %,12.0f records, %6.1f MiB a CPU second%n",
                id, rate, rate * perRecord / (1 << 20));
        assertThat(rate > FLOOR || rate * perRecord > FLOOR_BYTES)
                .as("%s: %s records a CPU second", id, rate)
                .isTrue();
    }

    private static int read(ChannelParser parser, List<RawEnvelope> envelopes) {
        int accepted = 0;
        for (RawEnvelope envelope : envelopes) {
            accepted += CpuRate.accepted(parser.parse(envelope));
        }
        return accepted;
    }

    /** A page of each kind of record, mapped without a line of Java. */
    private static final Map<String, String[]> DECLARED =
            new TreeMap<>(
                    Map.of(
                            "mobile",
                            new String[] {
                                """
                                records: $.data[*]
                                map:
                                  naturalId: $.id
                                  revision: $.attributes.createdDate
                                  occurredAt: $.attributes.createdDate
                                  text: "join('\\n', $.attributes.title, $.attributes.body)"
                                  rating: {value: $.attributes.rating, min: 1, max: 5}
                                  author: {id: $.attributes.reviewerNickname}
                                  locale: {territory: $.attributes.territory}
                                """,
                                """
                                {"type": "customerReviews", "id": "r-%d", "attributes": {"rating": 2,
                                 "title": "Slow since the update", "body": "Three weeks and the claim is not settled. %s",
                                 "reviewerNickname": "kim", "createdDate": "2026-03-04T05:06:07-08:00",
                                 "territory": "USA"}, "relationships": {"response": {"links": {"related": "x"}}}}
                                """
                            },
                            "social",
                            new String[] {
                                """
                                records: $.data[*]
                                map:
                                  naturalId: $.id
                                  occurredAt: $.created_at
                                  text: html($.text)
                                  author: {id: "lookup($$.includes.users, 'id', $.author_id).username"}
                                  language: $.lang
                                  extras: {likes: $.public_metrics.like_count, replies: $.public_metrics.reply_count}
                                drop:
                                  - {when: $.text, matches: '(?i)^ad[: ]', reason: advertisement}
                                """,
                                """
                                {"id": "%d", "text": "<p>Still waiting &amp; waiting<br>for my claim. %s</p>",
                                 "created_at": "2026-03-04T05:06:07.000Z", "author_id": "7", "lang": "en",
                                 "public_metrics": {"like_count": 3, "reply_count": 1, "quote_count": 0},
                                 "edit_history_tweet_ids": ["1"]}
                                """
                            },
                            "web",
                            new String[] {
                                """
                                records: $.data[*]
                                map:
                                  naturalId: $.response
                                  occurredAt: {from: $.submitted, formats: ["d.M.yyyy HH:mm", iso]}
                                  text: "join('\\n', $.answers[?(@.type == 'text')].value)"
                                  rating: {value: "$.answers[?(@.type == 'score')].value", min: 0, max: 10}
                                  author: {id: lower($.who)}
                                  extras: {form: $.form}
                                """,
                                """
                                {"response": "a-%d", "submitted": "4.3.2026 05:06", "form": "renewal", "who": "Kim@Example.com",
                                 "answers": [{"type": "score", "value": 7}, {"type": "text", "value": "Quick and kind"},
                                  {"type": "choice", "value": "phone"}, {"type": "text", "value": "Nothing else. %s"}]}
                                """
                            }));

    static Stream<String> declared() {
        return DECLARED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("declared")
    void aDeclaredChannelReadsPages(String kind) {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "channel.yaml",
                        "apiVersion: throughline/v1\nid: mine\nchannel: web\nmode: file\n"
                                + DECLARED.get(kind)[0]);
        StringBuilder page = new StringBuilder("{\"data\": [");
        for (int i = 0; i < 100; i++) {
            page.append(i == 0 ? "" : ",");
            page.append(DECLARED.get(kind)[1].formatted(i, "It should not be so. ".repeat(5)));
        }
        page.append("], \"includes\": {\"users\": [{\"id\": \"7\", \"username\": \"kim\"}]}}");
        RawEnvelope envelope = Fixtures.envelope("mine", page.toString());
        ChannelParser parser = new ChannelParser(definition, Fixtures.AUTHORS);
        assertThat(CpuRate.accepted(parser.parse(envelope))).isEqualTo(100);

        double rate = CpuRate.of(() -> read(parser, List.of(envelope)), ROUND.multipliedBy(3));

        report("declared " + kind, rate);
        assertThat(rate).isGreaterThan(FLOOR);
    }

    @Test
    void thirtyThousandRowsTakeSeconds() {
        StringBuilder file = new StringBuilder("id,occurredAt,text,rating,author,channel,extra\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(i)
                    .append(",2026-03-04T05:06:07Z,\"The claim, again\nnot settled\",")
                    .append(1 + i % 5)
                    .append(",kim-")
                    .append(i % 100)
                    .append(",phone,x\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        List<Outcome> outcomes = new ArrayList<>();

        double rate =
                CpuRate.of(
                        () -> {
                            outcomes.clear();
                            outcomes.addAll(Fixtures.outcomes("csv", "f.csv", bytes));
                            return CpuRate.accepted(outcomes);
                        },
                        ROUND);

        report("csv file", rate);
        Set<String> ids = new HashSet<>();
        for (Outcome outcome : outcomes) {
            ids.add(((Outcome.Accepted) outcome).feedback().id());
        }
        assertThat(ids).hasSize(ROWS).contains("phone:csv:0");
        assertThat(rate).isGreaterThan(FLOOR);
    }

    private static void report(String name, double rate) {
        System.out.printf("%-24s %,12.0f records a CPU second%n", name, rate);
    }
}
