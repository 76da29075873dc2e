package io.throughline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final Meters meters = new Meters();

    @Test
    void writesEachFamilyWithItsHelpAndType() {
        meters.count("posts_total", "Posts, by outcome.", "outcome").expect("refused").add("sent");
        meters.gauge("open", "What is open.", () -> 2.5);
        meters.gauges("held", "By state.", "state", () -> Map.of("firing", 3.0));

        assertThat(meters.text())
                .isEqualTo(
                        """
                        # HELP posts_total Posts, by outcome.
                        # TYPE posts_total counter
                        posts_total{outcome="refused"} 0
                        posts_total{outcome="sent"} 1
                        # HELP open What is open.
                        # TYPE open gauge
                        open 2.5
                        # HELP held By state.
                        # TYPE held gauge
                        held{state="firing"} 3
                        """);
    }

    @Test
    void bucketsHoldAllThatIsShorter() {
        Times times = meters.times("took_seconds", "Time.", new double[] {0.1, 1}, "route");
        times.add(Duration.ofMillis(100), "/");
        times.add(Duration.ofMillis(101), "/");
        times.add(Duration.ofSeconds(2), "/");

        assertThat(meters.text())
                .contains("took_seconds_bucket{route=\"/\",le=\"0.1\"} 1\n")
                .contains("took_seconds_bucket{route=\"/\",le=\"1.0\"} 2\n")
                .contains("took_seconds_bucket{route=\"/\",le=\"+Inf\"} 3\n")
                .contains("took_seconds_sum{route=\"/\"} 2.201\n")
                .contains("took_seconds_count{route=\"/\"} 3\n");
    }

    @Test
    void whatAStrangerWroteStaysInItsLabel() {
        meters.count("posts_total", "Posts.", "by").add("a\"b\\c\nd");

        assertThat(meters.text()).contains("posts_total{by=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    @Test
    void labelsBeyondTheMostCountTogether() {
        Count count = meters.count("posts_total", "Posts.", "by");
        for (int i = 0; i < Family.MOST + 7; i++) {
            count.add("person " + i);
        }

        assertThat(meters.text())
                .contains("posts_total{by=\"other\"} 7\n")
                .contains("posts_total{by=\"person 0\"} 1\n");
    }

    @Test
    void aSampleHasAllLabels() {
        Count count = meters.count("posts_total", "Posts.", "by");

        assertThatThrownBy(() -> count.add()).isInstanceOf(IllegalArgumentException.class);
    }
}
