package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OriginChangeTest {

    private final OriginChange change = new OriginChange();
    private long minute = 1_000_000;

    @Test
    void aModelThatIsTriedOnOneTickIsNoChange() {
        run("a", 10, 3, 7);
        run("b", 1, 7, 3);
        run("a", 1, 3, 7);

        assertThat(next("b", 7, 3)).isEmpty();
    }

    @Test
    void tooLittleBeforeOrAfterShowsNothing() {
        run("a", 1, 3, 7);

        assertThat(next("b", 10, 0)).isEmpty();
        assertThat(next("b", 10, 0)).as("ten before").isEmpty();
    }

    @Test
    void aJumpIsToldOnce() {
        run("a", 20, 3, 7);
        assertThat(next("b", 7, 3)).isEmpty();
        long since = minute - 5;

        var jump = next("b", 7, 3);

        assertThat(jump).isPresent();
        assertThat(jump.get().from()).isEqualTo(since - 60);
        assertThat(jump.get().until()).isEqualTo(since + 24 * 60);
        assertThat(next("b", 7, 3)).isEmpty();
    }

    private void run(String origin, int times, int negative, int other) {
        for (int i = 0; i < times; i++) {
            assertThat(next(origin, negative, other)).isEmpty();
        }
    }

    private Optional<OriginChange.Jump> next(String origin, int negative, int other) {
        minute += 5;
        return change.next(
                minute - 5,
                Map.of(origin, new TreeMap<>(Map.of("negative", negative, "other", other))));
    }
}
