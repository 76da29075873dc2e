package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.Samples;
import io.throughline.model.Feedback;
import io.throughline.model.StageSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTest {

    static List<Fixture<?>> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void decodesWhatItEncoded(Fixture<?> fixture) {
        Object decoded = fixture.codec().decode(fixture.encode());

        assertThat(decoded).usingRecursiveComparison().isEqualTo(fixture.record());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void writesTheSameBytesEachTime(Fixture<?> fixture) {
        assertThat(fixture.encode()).isEqualTo(fixture.encode());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void startsWithTheMarkerOfSingleObjectEncoding(Fixture<?> fixture) {
        assertThat(fixture.encode()).startsWith(0xC3, 0x01).hasSizeGreaterThan(10);
    }

    @Test
    void cutsTimesToMicroseconds() {
        Feedback precise =
                Samples.bareFeedback().toBuilder()
                        .occurredAt(Instant.parse("2026-03-04T05:06:07.123456789Z"))
                        .observedAt(Instant.parse("1969-12-31T23:59:59.999999999Z"))
                        .build();

        Feedback decoded = Codecs.FEEDBACK.decode(Codecs.FEEDBACK.encode(precise));

        assertThat(decoded.occurredAt()).isEqualTo("2026-03-04T05:06:07.123456Z");
        assertThat(decoded.observedAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
    }

    @Test
    void keepsEveryPlaneOfUnicodeAndReplacesLoneSurrogates() {
        Feedback nasty =
                Samples.bareFeedback().toBuilder()
                        .text("\u0000é漢😡\u202E")
                        .locale("x\uD83D")
                        .build();

        Feedback decoded = Codecs.FEEDBACK.decode(Codecs.FEEDBACK.encode(nasty));

        assertThat(decoded.text()).isEqualTo("\u0000é漢😡\u202E");
        assertThat(decoded.locale()).isEqualTo("x?");
    }

    @Test
    void refusesAWindowOfPartOfASecond() {
        StageSignal whole = Samples.signal();
        StageSignal part =
                new StageSignal(
                        whole.journey(),
                        whole.stage(),
                        whole.channel(),
                        whole.windowStart(),
                        Duration.ofMillis(1500),
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        whole.scoreHistogram(),
                        0,
                        new byte[0],
                        null,
                        StageSignal.Ratings.NONE,
                        StageSignal.Terms.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codecs.STAGE_SIGNAL.encode(part))
                .withMessageContaining("PT1.5S");
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> all =
                    IntStream.range(0, 200)
                            .mapToObj(i -> threads.submit(() -> survives(i)))
                            .toList();
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean survives(int i) {
        Feedback feedback = Samples.fullFeedback().toBuilder().text("x".repeat(i + 1)).build();
        return Codecs.FEEDBACK.decode(Codecs.FEEDBACK.encode(feedback)).equals(feedback);
    }
}
