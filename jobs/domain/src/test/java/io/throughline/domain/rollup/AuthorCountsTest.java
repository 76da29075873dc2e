package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Hashes;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthorCountsTest {

    @Test
    void itCountsAsAMapDoes() {
        Random random = new Random(3);
        AuthorCounts counts = new AuthorCounts();
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long hash = Hashes.of64("hmac:" + random.nextInt(700));
            int change = random.nextInt(3) - 1;
            counts.add(hash, change);
            expected.merge(hash, change, Integer::sum);
        }

        assertThat(counts.present())
                .containsExactly(
                        expected.entrySet().stream()
                                .filter(entry -> entry.getValue() > 0)
                                .mapToLong(Map.Entry::getKey)
                                .sorted()
                                .toArray());
        AuthorCounts twice = new AuthorCounts();
        twice.add(counts);
        assertThat(twice.present()).isEqualTo(counts.present());
    }

    @Test
    void whatWasTakenBackMakesRoom() {
        AuthorCounts counts = new AuthorCounts();
        for (int i = 0; i < 100_000; i++) {
            counts.add(Hashes.of64("hmac:" + i), 1);
            counts.add(Hashes.of64("hmac:" + i), -1);
        }

        assertThat(counts.hashes.length).isLessThan(16);
        assertThat(counts.present()).isEmpty();
    }
}
