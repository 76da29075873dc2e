package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.wire.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void eventsComeByTheirNumbers() throws Exception {
        EventLog log = new EventLog(List.of(event(1), event(2)));

        assertThat(log.await(1, AT_ONCE)).contains(event(2));
        assertThat(log.await(2, AT_ONCE)).isEmpty();
        assertThat(log.caughtUp(2)).isTrue();
        assertThat(log.endsBefore(2)).isFalse();
    }

    @Test
    void afterTheEndNothingIsWaitedFor() throws Exception {
        EventLog log = new EventLog(List.of(event(1)));
        log.end();

        assertThat(log.await(0, AT_ONCE)).contains(event(1));
        assertThat(log.endsBefore(0)).isFalse();
        assertThat(log.await(1, Duration.ofDays(1))).isEmpty();
        assertThat(log.endsBefore(1)).isTrue();
    }

    @Test
    void oldestEventsAreForgottenAndNumbersStay() throws Exception {
        EventLog log = new EventLog(List.of(), 8);
        for (int i = 0; i < 10; i++) {
            log.add(event(i));
        }

        assertThat(log.first()).isEqualTo(2);
        assertThat(log.await(9, AT_ONCE)).contains(event(9));
        assertThat(log.await(0, AT_ONCE)).contains(event(2));
    }

    private static StreamEvent event(long id) {
        return StreamEvent.delete(Instant.EPOCH, id);
    }
}
