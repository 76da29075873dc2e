package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.taggers.encoder.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void findsTheNearestFirst() {
        List<float[]> vectors = random(60);

        Neighbours neighbours = Neighbours.among(vectors, 7);

        for (int i = 0; i < vectors.size(); i++) {
            float[] one = vectors.get(i);
            int[] sorted =
                    IntStream.range(0, vectors.size())
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            j -> -Vectors.dot(one, vectors.get(j))))
                            .limit(7)
                            .mapToInt(Integer::intValue)
                            .toArray();
            assertThat(neighbours.indices()[i]).isEqualTo(sorted);
            assertThat(neighbours.indices()[i][0]).isEqualTo(i);
        }
    }

    @Test
    void weightsFallAndSumToOne() {
        double[] weights = Neighbours.among(random(20), 5).weights()[3];

        assertThat(IntStream.range(0, 4).allMatch(i -> weights[i] >= weights[i + 1])).isTrue();
        assertThat(IntStream.range(0, 5).mapToDouble(i -> weights[i]).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void hasNoMoreNeighboursThanThereAre() {
        assertThat(Neighbours.among(random(3), 8).indices()[0]).hasSize(3);
    }

    private static List<float[]> random(int count) {
        Random random = new Random(5);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[13];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            vectors.add(Vectors.unit(vector));
        }
        return vectors;
    }
}
