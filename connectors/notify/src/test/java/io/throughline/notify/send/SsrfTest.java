package io.throughline.notify.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notify.address.AddressRules;
import io.throughline.notify.address.Resolver;
import io.throughline.notify.address.WebAddress;
import io.throughline.notify.send.Outcome.Result;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forms in which an address inside is written to get past a check. Each is tried as a person could
 * configure it, and, where a reader of configurations would refuse it, straight at the client too.
 */
class SsrfTest {

    private final FakeReceiver inside = FakeReceiver.start();
    private final Map<String, List<String>> names = new HashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Resolver resolver =
            host -> {
                lookUps.incrementAndGet();
                List<InetAddress> addresses = new ArrayList<>();
                for (String address : names.getOrDefault(host, List.of())) {
                    addresses.add(InetAddress.getByName(address));
                }
                if (addresses.isEmpty()) {
                    addresses.addAll(Resolver.SYSTEM.resolve(host));
                }
                return addresses;
            };
    private final HttpSender sender =
            HttpSender.start(
                    "test",
                    AddressRules.PUBLIC,
                    resolver,
                    Duration.ofSeconds(2),
                    Clock.systemUTC());

    @AfterEach
    void close() {
        sender.close();
        inside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // plain
                "127.0.0.1",
                "127.0.0.2",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                // other notations of 127.0.0.1
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0x0.0x0.0x1",
                "0177.0.0.1",
                "0x7f.1",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "00000177.0.0.1",
                "4294967297",
                // this host, and names of it
                "0.0.0.0",
                "0",
                "localhost",
                "LOCALHOST",
                "localhost.",
                // IPv6, and IPv4 within it
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                // where clouds tell secrets, and blocks of providers
                "169.254.169.254",
                "169.254.170.2",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "198.18.0.1",
                // many and none
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1"
            })
    void noFormOfAnAddressInsideIsReached(String host) throws InterruptedException {
        String url = "http://" + host + ":" + inside.port() + "/inside";
        assertThat(refusedOrOnlyAName(url, host)).isTrue();

        Outcome outcome = attempt(url);

        assertThat(outcome.result()).as(outcome.toString()).isNotEqualTo(Result.DELIVERED);
        assertThat(inside.got()).isEmpty();
    }

    /** What configurations are read with refuses it, unless it is a name that leads inside. */
    private static boolean refusedOrOnlyAName(String url, String host) {
        try {
            WebAddress.parse(url, AddressRules.PUBLIC);
            return host.toLowerCase(java.util.Locale.ROOT).startsWith("localhost");
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private Outcome attempt(String url) throws InterruptedException {
        try {
            return sender.post(URI.create(url), Map.of(), "{}");
        } catch (IllegalArgumentException e) {
            return Outcome.refused("no address");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "0.0.0.0"
            })
    void aNameThatLeadsInsideIsRefused(String address) throws InterruptedException {
        names.put("hooks.example", List.of(address));

        Outcome outcome = attempt("http://hooks.example:" + inside.port() + "/");

        assertThat(outcome.result()).isEqualTo(Result.REFUSED);
        assertThat(outcome.reason()).contains("hooks.example", "allowPrivate");
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void aNameIsLookedUpOnceForAConnectionSoThatItCannotAnswerOtherwise()
            throws InterruptedException {
        Resolver rebinding =
                host ->
                        List.of(
                                InetAddress.getByName(
                                        lookUps.getAndIncrement() == 0
                                                ? "127.0.0.1"
                                                : "169.254.169.254"));
        try (HttpSender loopback =
                HttpSender.start(
                        "rebinding",
                        AddressRules.PRIVATE,
                        rebinding,
                        Duration.ofSeconds(2),
                        Clock.systemUTC())) {
            URI url = URI.create("http://rebinding.example:" + inside.port() + "/");

            assertThat(loopback.post(url, Map.of(), "{}").result()).isEqualTo(Result.DELIVERED);
            assertThat(lookUps).hasValue(1);
            assertThat(inside.got().get(0).header("Host"))
                    .isEqualTo("rebinding.example:" + inside.port());
        }
    }

    @Test
    void aNameThatChangesIsLookedAtAgain() throws InterruptedException {
        Resolver rebinding =
                host -> {
                    // First public, where nobody of ours is; then inside.
                    return List.of(
                            InetAddress.getByName(
                                    lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1"));
                };
        try (HttpSender guarded =
                HttpSender.start(
                        "changing",
                        new AddressRules(
                                false,
                                List.of(
                                        io.throughline.notify.address.Cidr.parse("127.0.0.1")
                                                .orElseThrow())),
                        rebinding,
                        Duration.ofSeconds(2),
                        Clock.systemUTC())) {
            URI url = URI.create("http://changing.example:" + inside.port() + "/");
            inside.answering(FakeReceiver.status(200, "Connection", "close"));
            assertThat(guarded.post(url, Map.of(), "{}").result()).isEqualTo(Result.DELIVERED);

            assertThat(guarded.post(url, Map.of(), "{}").result()).isEqualTo(Result.REFUSED);
            assertThat(inside.got()).hasSize(1);
        }
    }

    @Test
    void ofSeveralAddressesOnlyThePermittedAreUsed() throws InterruptedException {
        names.put("both.example", List.of("10.0.0.1", "127.0.0.1"));
        try (HttpSender loopback =
                HttpSender.start(
                        "both",
                        new AddressRules(
                                false,
                                List.of(
                                        io.throughline.notify.address.Cidr.parse("127.0.0.0/8")
                                                .orElseThrow())),
                        resolver,
                        Duration.ofSeconds(2),
                        Clock.systemUTC())) {
            assertThat(
                            loopback.post(
                                            URI.create("http://both.example:" + inside.port()),
                                            Map.of(),
                                            "{}")
                                    .result())
                    .isEqualTo(Result.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws InterruptedException {
        try (FakeReceiver redirecting = FakeReceiver.start();
                HttpSender loopback =
                        HttpSender.start(
                                "redirect",
                                AddressRules.PRIVATE,
                                resolver,
                                Duration.ofSeconds(2),
                                Clock.systemUTC())) {
            redirecting.answering(
                    FakeReceiver.status(status, "Location", inside.url("/inside").toString()));

            Outcome outcome = loopback.post(redirecting.url("/"), Map.of(), "{}");

            assertThat(outcome.result()).isEqualTo(Result.REFUSED);
            assertThat(inside.got()).isEmpty();
        }
    }

    @Test
    void theLastLookIsAtTheAddressOfTheSocket() throws UnknownHostException {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Map<String, Object> context = new HashMap<>();
        context.put(
                ClientConnector.CONNECTION_PROMISE_CONTEXT_KEY,
                new Promise<Object>() {
                    @Override
                    public void failed(Throwable x) {
                        failure.complete(x);
                    }
                });

        new GuardedConnector(AddressRules.PUBLIC)
                .connect(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), inside.port()),
                        context);

        assertThat(failure)
                .isCompletedWithValueMatching(
                        io.throughline.notify.address.AddressRefusedException.class::isInstance);
    }
}
