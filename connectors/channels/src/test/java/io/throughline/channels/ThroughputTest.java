package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No figure is promised here; a step that grows with the square of the file would be found. */
class ThroughputTest {

    private static final int ROWS = 30_000;

    @Test
    void thirtyThousandRowsTakeSeconds() {
        StringBuilder file = new StringBuilder("id,occurredAt,text,rating,author,channel,extra\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(i)
                    .append(",2026-03-04T05:06:07Z,\"The claim, again\nnot settled\",")
                    .append(1 + i % 5)
                    .append(",kim-")
                    .append(i % 100)
                    .append(",phone,x\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        long begin = System.nanoTime();

        List<Outcome> outcomes = Fixtures.outcomes("csv", "f.csv", bytes);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        Set<String> ids = new HashSet<>();
        for (Outcome outcome : outcomes) {
            ids.add(((Outcome.Accepted) outcome).feedback().id());
        }
        assertThat(ids).hasSize(ROWS).contains("phone:csv:0");
    }
}
