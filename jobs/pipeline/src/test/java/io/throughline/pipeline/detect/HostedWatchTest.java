package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contributions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostedWatchTest {

    @Test
    void whatIsTooLateForAlertsHasNoEffectAndSaysSo() throws Exception {
        Change first = change(0);
        HostedWatch watch = HostedWatch.of(first.contribution());
        assertThat(watch.apply(first)).isTrue();

        watch.advance(Script.BEGIN.plus(Duration.ofDays(1)));
        assertThat(watch.apply(change(2))).isTrue();

        Instant later = Script.BEGIN.plus(Duration.ofDays(4));
        watch.advance(later);
        assertThat(watch.apply(change(4))).isFalse();
        HostedWatch restored = HostedWatch.restored(watch.whole(), List.of());
        assertThat(restored.apply(change(6))).isFalse();
    }

    private static Change change(int at) {
        return new Change(Contributions.of(Script.inOrder().get(at)).get(0), Change.ADD);
    }
}
