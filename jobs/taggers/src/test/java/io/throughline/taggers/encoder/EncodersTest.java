package io.throughline.taggers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.tagging.EngineUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {

    @ParameterizedTest
    @ValueSource(strings = {"e5-small-v2-q", "bge-small-en-v1.5-q", "all-minilm-l6-v2-q"})
    void textsOfLikeMeaningAreNearEachOther(String id) {
        Encoder encoder = Encoders.of(id);
        float[] late = encoder.embed("My parcel has not arrived yet");
        float[] waiting = encoder.embed("still waiting for the delivery");
        float[] colour = encoder.embed("The blue of the curtains is lovely");
        assertThat(encoder.dimensions()).isEqualTo(384);
        assertThat(late).hasSize(384);
        assertThat(Vectors.dot(late, late)).isCloseTo(1, within(1e-5));
        assertThat(Vectors.dot(late, waiting)).isGreaterThan(Vectors.dot(late, colour) + 0.05);
    }

    @Test
    void aModelIsLoadedOnce() {
        assertThat(Encoders.e5()).isSameAs(Encoders.of("e5-small-v2-q"));
        assertThat(Encoders.bge()).isSameAs(Encoders.of("bge-small-en-v1.5-q"));
    }

    @Test
    void embedsByThePoolingOfTheModelsMakers() {
        String text = "Refund refused, twice.";
        assertThat(Encoders.bge().embed(text))
                .containsExactly(Vectors.unit(Encoders.bge().pool(text).by(Pooling.FIRST)));
        assertThat(Encoders.e5().embed(text))
                .containsExactly(Vectors.unit(Encoders.e5().pool(text).by(Pooling.MEAN)));
    }

    @Test
    void threadsThatShareAnEncoderGetTheSameNumbersAsOneAlone() throws Exception {
        Encoder encoder = Encoders.e5();
        List<String> texts =
                IntStream.range(0, 24)
                        .mapToObj(i -> "order " + i + " is " + "late ".repeat(i))
                        .toList();
        List<float[]> alone = texts.stream().map(encoder::embed).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<float[]>> calls =
                    texts.stream()
                            .map(text -> (Callable<float[]>) () -> encoder.embed(text))
                            .toList();
            List<Future<float[]>> together = threads.invokeAll(calls);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).containsExactly(alone.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatStandsBeyondTheBoundDoesNotCount() {
        String endless = "slow service ".repeat(200);
        assertThat(Encoders.bge().pool(endless).pieces()).isEqualTo(Encoder.MAX_PIECES);
        assertThat(Encoders.e5().pool(endless).pieces()).isEqualTo(Encoder.MAX_PIECES);
        assertThat(Encoders.bge().embed(endless))
                .containsExactly(Encoders.bge().embed(endless + "great"));
    }

    @Test
    @Timeout(10)
    void aMegabyteWithoutASpaceCostsNoMoreThanItsBeginning() {
        Encoders.e5().embed("warm");
        String huge = "ab".repeat(500_000);
        long begun = System.nanoTime();
        assertThat(Encoders.e5().embed(huge)).hasSize(384);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "👍", "\uD83D", "好的"})
    void evenAlmostNothingHasAnEmbedding(String text) {
        assertThat(Vectors.dot(Encoders.bge().embed(text), Encoders.bge().embed(text)))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void anUnknownEncoderIsSaidWithThoseThereAre() {
        assertThatThrownBy(() -> Encoders.of("gigantic"))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("gigantic")
                .hasMessageContaining("e5-small-v2-q");
    }

    @Test
    void anEncoderWhoseJarIsMissingSaysWhichFileIsDue() {
        EncoderModel model = new EncoderModel("x", "/no-such.onnx", "/none.json", "", Pooling.MEAN);
        assertThatThrownBy(() -> OnnxEncoder.load(model))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("no-such.onnx");
    }
}
