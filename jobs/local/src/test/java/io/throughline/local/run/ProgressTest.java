package io.throughline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Steps clock = new Steps();

    @Test
    void aPipeGetsPlainLinesAndALongStepOneNowAndThen() {
        Progress progress = progress(false);
        progress.line("Live page      http://127.0.0.1:1");
        progress.status("Starting Kafka");
        clock.forward(Duration.ofSeconds(10));
        progress.status("Starting Elasticsearch");
        clock.forward(Duration.ofSeconds(9));
        progress.bar("Reading", 5, 10);
        clock.forward(Duration.ofSeconds(1));
        progress.bar("Reading", 10, 10);
        progress.clear();

        assertThat(printed().lines())
                .containsExactly(
                        "Live page      http://127.0.0.1:1",
                        "Starting Elasticsearch",
                        "Reading [########################] 100 %  10 of 10");
        assertThat(printed()).doesNotContain("\r");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOver() {
        Progress progress = progress(true);
        progress.status("Starting");
        progress.status("Go");
        progress.line("Done");
        assertThat(printed())
                .isEqualTo("Starting\r        \rGo\r  \rDone" + System.lineSeparator());
    }

    @Test
    void aBarStaysWithinItsEnds() {
        Progress progress = progress(true);
        progress.bar("x", 0, 0);
        progress.bar("x", 12, 10);
        assertThat(printed()).contains("  0 %  0 of 0").contains("100 %  12 of 10");
    }

    @Test
    void theListenerHearsEveryStepAlsoThoseNotPrinted() {
        List<String> heard = new ArrayList<>();
        Progress progress = progress(false);
        progress.listen(heard::add);
        progress.line("printed");
        progress.status("one");
        progress.status("two");
        assertThat(heard).containsExactly("one", "two");
        assertThat(printed().lines()).containsExactly("printed");
    }

    private Progress progress(boolean terminal) {
        return new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, clock);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class Steps extends Clock {

        private Instant now = Instant.parse("2026-03-04T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
