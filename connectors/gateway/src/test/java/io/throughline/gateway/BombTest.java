package io.throughline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a few megabytes that stand for gigabytes cost. */
class BombTest {

    private static final int LIMIT = 16 << 20;

    /**
     * Ten megabytes that stand for ten gigabytes: gzip streams one after another are one stream.
     */
    private static final byte[] BOMB = repeated(Sender.gzip(new byte[10 << 20]), 10 << 20);

    @Test
    void isRefusedWithinATenthOfASecond() {
        try (Gateway gateway = gateway(GatewaySettings.DEFAULT)) {
            assertThat(quickest(gateway)).as("larger than a body as it is").isLessThan(millis(100));
        }
    }

    /** By the clock of the thread, since a machine may be busy with something else. */
    @Test
    void isInflatedUpToTheLimitWithinATenthOfASecond() {
        Places places = new Places(1, 4L * LIMIT);
        refused(places, BOMB);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        refused(places, BOMB);

        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanos)).isLessThan(millis(100));
    }

    @Test
    void isAnswered413ByAGatewayThatTakesSixteenMegabytes() {
        try (Gateway gateway = gateway(GatewaySettings.DEFAULT.limits(LIMIT, 4))) {
            assertThat(post(new Sender(gateway), BOMB, "gzip")).isEqualTo(413);
        }
    }

    @Test
    void costsNoMoreMemoryThanItsTwoForms() throws Exception {
        Places places = new Places(1, 4L * LIMIT);
        byte[] honest = new byte[LIMIT];
        byte[] wire = Sender.gzip(honest);

        assertThat(allocated(() -> refused(places, BOMB))).isLessThan(1 << 20);
        assertThat(allocated(() -> decoded(places, wire, honest))).isLessThan(LIMIT + (1 << 20));
    }

    @Test
    void depthCostsTheGatewayNothing() {
        byte[] deep = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes();
        FakePublisher publisher = FakePublisher.acknowledging();
        try (Gateway gateway =
                Gateway.start(
                        GatewaySettings.DEFAULT, Samples.all(), publisher, Clock.systemUTC())) {
            assertThat(new Sender(gateway).post(Samples.OPEN_PATH, deep).statusCode())
                    .isEqualTo(202);
        }
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void codingsThatAreNotTakenCostNothing() {
        try (Gateway gateway = gateway(GatewaySettings.DEFAULT)) {
            Sender sender = new Sender(gateway);
            for (String coding : List.of("br", "zstd", "gzip, gzip", "gzip,identity", "chunked")) {
                assertThat(post(sender, Samples.json("x"), coding)).as(coding).isEqualTo(415);
            }
        }
    }

    @Test
    void deflateIsTakenInBothItsForms() throws Exception {
        byte[] body = Samples.json("squeezed ".repeat(100));
        FakePublisher publisher = FakePublisher.acknowledging();
        try (Gateway gateway =
                Gateway.start(
                        GatewaySettings.DEFAULT, Samples.all(), publisher, Clock.systemUTC())) {
            Sender sender = new Sender(gateway);
            for (boolean raw : new boolean[] {false, true}) {
                ByteArrayOutputStream wire = new ByteArrayOutputStream();
                try (var out = new DeflaterOutputStream(wire, new java.util.zip.Deflater(9, raw))) {
                    out.write(body);
                }
                assertThat(post(sender, wire.toByteArray(), "deflate")).isEqualTo(202);
            }
        }
        assertThat(publisher.published)
                .hasSize(2)
                .allSatisfy(envelope -> assertThat(envelope.payload()).isEqualTo(body));
    }

    private static void refused(Places places, byte[] wire) {
        try (Places.Place place = places.take(0).orElseThrow()) {
            ContentCoding.GZIP.decode(wire, LIMIT, place);
            throw new AssertionError("taken");
        } catch (Refusal e) {
            assertThat(e.status()).isEqualTo(413);
        }
    }

    private static void decoded(Places places, byte[] wire, byte[] expected) {
        try (Places.Place place = places.take(0).orElseThrow()) {
            assertThat(ContentCoding.GZIP.decode(wire, LIMIT, place).length)
                    .isEqualTo(expected.length);
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that this thread allocated, which is more than it ever held. */
    private static long allocated(ThrowingCallable task) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            task.call();
            long before = threads.getCurrentThreadAllocatedBytes();
            task.call();
            return threads.getCurrentThreadAllocatedBytes() - before;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The quickest of some, since a machine may be busy with something else. */
    private static Duration quickest(Gateway gateway) {
        Sender sender = new Sender(gateway);
        Duration quickest = Duration.ofMinutes(1);
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            assertThat(post(sender, BOMB, "gzip")).isEqualTo(413);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }

    private static int post(Sender sender, byte[] wire, String coding) {
        return sender.post(Samples.OPEN_PATH, wire, "Content-Encoding", coding).statusCode();
    }

    private static Gateway gateway(GatewaySettings settings) {
        return Gateway.start(
                settings, Samples.all(), FakePublisher.acknowledging(), Clock.systemUTC());
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }

    private static byte[] repeated(byte[] bytes, int atLeast) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < atLeast) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}
