package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.gateway.GatewayBench;
import io.throughline.local.gateway.GatewayBench.Load;
import io.throughline.local.gateway.GatewayReport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code throughline gateway} before a real broker that stands still for a while. */
class GatewayIT {

    private static final Load LOAD = new Load(300, 5, Duration.ofMinutes(2));

    @TempDir Path directory;

    @Test
    void everythingThatWasAnswered2xxIsInKafka() throws Exception {
        GatewayReport report = new GatewayBench(LOAD, Duration.ofSeconds(2), directory).run();

        assertThat(report.missing()).as(report.toString()).isZero();
        assertThat(report.unanswered()).as(report.toString()).isZero();
        assertThat(report.accepted()).isEqualTo(1500);
        assertThat(report.inKafka()).isEqualTo(1500);
        assertThat(report.answers().keySet()).isSubsetOf("202", "429", "503");
    }
}
