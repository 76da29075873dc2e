package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinearModelFileTest {

    private final LinearModel model =
            new LinearModel(
                    "test-1",
                    1.25,
                    new TreeMap<>(
                            Map.of(
                                    "w:good", new float[] {-1.5f, 0.25f, 1.25f},
                                    "w:goodness", new float[] {0, 0.5f, -0.5f},
                                    "p:😀", new float[] {-1, 0, 1},
                                    "p:😁", new float[] {-1, 0.5f, 0.5f})));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        LinearModel read = LinearModelFile.read(LinearModelFile.write(model));

        assertThat(read.version()).isEqualTo("test-1");
        assertThat(read.temperature()).isEqualTo(1.25);
        assertThat(read.weights().keySet()).isEqualTo(model.weights().keySet());
        model.weights()
                .forEach(
                        (name, weights) -> assertThat(read.weights().get(name)).isEqualTo(weights));
    }

    @Test
    void theSameModelIsTheSameBytes() throws IOException {
        assertThat(LinearModelFile.write(model)).isEqualTo(LinearModelFile.write(model));
    }

    @Test
    void weightsOutOfRangeAreClipped() throws IOException {
        LinearModel extreme =
                new LinearModel(
                        "x", 1, new TreeMap<>(Map.of("f", new float[] {1e6f, -1e6f, 0.00001f})));

        assertThat(LinearModelFile.read(LinearModelFile.write(extreme)).weights().get("f"))
                .containsExactly(32767 / 2048f, -16f, 0f);
    }

    @Test
    void aCutOrForeignFileIsRefused() throws IOException {
        byte[] bytes = LinearModelFile.write(model);

        assertThatThrownBy(() -> LinearModelFile.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> LinearModelFile.read("no model".getBytes()))
                .isInstanceOf(IOException.class);
    }
}
