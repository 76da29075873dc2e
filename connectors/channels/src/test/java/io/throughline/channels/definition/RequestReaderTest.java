package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.channels.definition.CursorSpec.Kind;
import io.throughline.channels.definition.CursorSpec.Order;
import io.throughline.channels.definition.RequestLimits.Budget;
import io.throughline.yaml.YamlException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    private static final String TOP =
            """
            apiVersion: throughline/v1
            id: mine
            channel: web
            map: {naturalId: $.id}
            """;

    @Test
    void readsEverythingThatARequestCanSay() {
        RequestSpec request =
                polled(
                        """
                        request:
                          method: POST
                          url: https://api.example.com/v1/reviews
                          query: {sort: -createdDate}
                          headers: {Accept: application/json}
                          body: '{"since": "${cursor}"}'
                          interval: 10m
                          timeout: 20s
                          auth: {type: jwt-es256, issuer: us, keyId: k, secret: "${secret.asc}", lifetime: 5m}
                          page: {type: link, next: $.links.next, until: $.done, most: 50, stopAfterEmpty: 2}
                          cursor:
                            field: $.attributes.createdDate
                            kind: datetime
                            formats: [iso, epoch-seconds]
                            granularity: 1m
                            lookback: P2D
                            order: desc
                            start: P30D
                          limits: {budget: "300/h", retryAfter: X-Rate-Limit-Reset, maxBody: 5MiB}
                        """);

        assertThat(request.method()).isEqualTo(RequestSpec.Method.POST);
        assertThat(request.body()).isEqualTo("{\"since\": \"${cursor}\"}");
        assertThat(request.auth())
                .isEqualTo(
                        new AuthSpec.JwtEs256(
                                "us",
                                "k",
                                "${secret.asc}",
                                "appstoreconnect-v1",
                                Duration.ofMinutes(5)));
        assertThat(request.page().end().most()).isEqualTo(50);
        assertThat(((PageSpec.Link) request.page()).next()).hasToString("$.links.next");
        CursorSpec cursor = request.cursor();
        assertThat(cursor.kind()).isEqualTo(Kind.DATETIME);
        assertThat(cursor.formats()).containsExactly("iso", "epoch-seconds");
        assertThat(cursor.format()).isEqualTo("iso");
        assertThat(cursor.lookback()).isEqualTo(Duration.ofDays(2));
        assertThat(cursor.order()).isEqualTo(Order.DESC);
        assertThat(cursor.inclusive()).isFalse();
        assertThat(request.limits())
                .isEqualTo(
                        new RequestLimits(
                                new Budget(300, Duration.ofHours(1)),
                                "X-Rate-Limit-Reset",
                                5 << 20));
    }

    @Test
    void fillsInWhatIsNotSaid() {
        RequestSpec request = polled("request: {url: 'https://example.com/'}");

        assertThat(request.method()).isEqualTo(RequestSpec.Method.GET);
        assertThat(request.auth()).isEqualTo(new AuthSpec.None());
        assertThat(request.page()).isEqualTo(new PageSpec.None());
        assertThat(request.cursor()).isNull();
        assertThat(request.limits()).isEqualTo(RequestLimits.DEFAULT);
        assertThat(request.interval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aTokenIsFoundInThePageAndGoesOnPageByPage() {
        CursorSpec cursor =
                polled(
                                """
                                request:
                                  url: https://example.com/tickets
                                  page: {type: cursor, next: $.after_cursor, param: cursor, until: $.end_of_stream}
                                  cursor: {kind: token, from: $.after_cursor, param: cursor, start: "0", startParam: start_time}
                                """)
                        .cursor();

        assertThat(cursor.from()).hasToString("$.after_cursor");
        assertThat(cursor.order()).isEqualTo(Order.ASC);
        assertThat(cursor.startParam()).isEqualTo("start_time");
    }

    @Test
    void aPushedChannelCanBePolledAsWell() {
        ChannelDefinition definition =
                read("mode: push\nack: after-durable-write\nreconcile: {url: 'https://e.com/'}\n");

        assertThat(definition.reconcile().url()).isEqualTo("https://e.com/");
        assertThat(definition.request()).isNull();
    }

    @Test
    void aFetcherStandsInsteadOfARequest() {
        ChannelDefinition definition =
                read("mode: poll\nfetcher: imap\noptions: {host: mail.example.com}\n");

        assertThat(definition.fetcher())
                .isEqualTo(new FetcherSpec("imap", Map.of("host", "mail.example.com")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pages: 3 | unknown key 'pages'; did you mean 'page'?",
                "page: {type: pages} | 'pages' is not known; did you mean 'page'?",
                "page: {type: page} | the server must be told which page: 'param', or ${page}",
                "page: {type: link, next: header, size: 3} | unknown key 'size'",
                "auth: {type: bearer, token: abc123} | a secret is named, not written here",
                "auth: {type: oauth, token: a} | 'oauth' is not known; did you mean 'oauth2-client-credentials'?",
                "auth: {type: basic, user: a, passwort: b} | unknown key 'passwort'; did you mean 'password'?",
                "cursor: {kind: datetime, field: $.at} | the server must be told the cursor",
                "cursor: {kind: date, field: $.at, param: a} | 'date' is not known; did you mean 'datetime'?",
                "cursor: {kind: token, field: $.at, param: a} | unknown key 'field'",
                "cursor: {field: $.at, param: a, dataFeed: true} | a data feed does not filter",
                "limits: {budget: often} | 'often' is no budget; write 300/h",
                "body: x | a body needs 'method: POST'"
            })
    void namesMistakes(String line, String problem) {
        YamlException e =
                catchThrowableOfType(
                        YamlException.class,
                        () -> polled("request:\n  url: https://example.com/\n  " + line + "\n"));

        assertThat(e).hasMessageContaining(problem).hasMessageNotContaining("abc123");
    }

    @Test
    void readsEverythingThatAStreamCanSay() {
        StreamSpec stream =
                read(
                        """
                                mode: stream
                                stream:
                                  protocol: websocket
                                  url: wss://example.com/subscribe
                                  auth: {type: bearer, token: "${secret.token}"}
                                  subscribe: '{"type": "hello"}'
                                  heartbeat: 30s
                                  backoff: {min: 2s, max: 5m}
                                  resume: {param: cursor, from: $.time_us, minus: 5000000}
                                """)
                        .stream();

        assertThat(stream.protocol()).isEqualTo(StreamSpec.Protocol.WEBSOCKET);
        assertThat(stream.subscribe()).isEqualTo("{\"type\": \"hello\"}");
        assertThat(stream.heartbeat()).isEqualTo(Duration.ofSeconds(30));
        assertThat(stream.backoffMax()).isEqualTo(Duration.ofMinutes(5));
        assertThat(stream.resume().param()).isEqualTo("cursor");
        assertThat(stream.resume().minus()).isEqualTo(5_000_000);
    }

    private static RequestSpec polled(String more) {
        return read("mode: poll\n" + more).request();
    }

    private static ChannelDefinition read(String more) {
        return ChannelDefinitions.read("mine.yaml", TOP + more);
    }
}
