package io.throughline.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    @ParameterizedTest
    @CsvSource({"1,1000", "2,2000", "5,16000", "9,256000", "10,300000", "60,300000", "9999,300000"})
    void areAnythingUpToATimeThatDoubles(int failures, long longest) {
        Pauses pauses = new Pauses(new Random(3));

        long[] millis =
                IntStream.range(0, 2_000)
                        .mapToLong(i -> pauses.after(failures).toMillis())
                        .sorted()
                        .toArray();

        assertThat(millis[0]).isBetween(0L, longest / 50);
        assertThat(millis[1_999]).isBetween(longest * 49 / 50, longest);
        assertThat(Duration.ofMillis(millis[1_000]).toMillis())
                .isBetween(longest * 9 / 20, longest * 11 / 20);
    }
}
