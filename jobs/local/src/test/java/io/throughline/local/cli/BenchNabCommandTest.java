package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.nab.Copy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchNabCommandTest {

    @TempDir Path home;
    @TempDir Path data;

    private Copy copy;

    @BeforeEach
    void write() {
        copy = Copy.in(data);
    }

    @Test
    void theDetectorFindsTheJumpAndNothingElse() throws IOException {
        Called called = bench("--json", "--details");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).hasSize(1);
        JsonNode report = new ObjectMapper().readTree(called.out().get(0));
        assertThat(report.at("/detector").asText()).isEqualTo("throughline");
        assertThat(report.at("/profiles")).hasSize(3);
        JsonNode standard = report.at("/profiles/0");
        assertThat(standard.at("/profile").asText()).isEqualTo("standard");
        assertThat(standard.at("/all/score").asDouble()).isGreaterThan(95);
        assertThat(standard.at("/all/falsePositives").asInt()).isZero();
        assertThat(standard.at("/files/1/detected/0").asText()).isEqualTo("2024-01-06T05:00:00Z");
        assertThat(standard.at("/categories/calm/score").isNull()).isTrue();
    }

    @Test
    void peopleGetTables() {
        Called called = bench("--profile", "reward_low_FP_rate", "--details");

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out()))
                .contains("throughline on 2 files, 4,000 rows, 1 windows; seed 42")
                .contains("reward-low-fp-rate 9")
                .contains("heldOut half")
                .contains("lively/jump.csv (held out): 1 of 1 windows, 0 false")
                .doesNotContain("standard");
    }

    @Test
    void resultsOfOthersAreScored() {
        copy.results("other", "calm/level.csv", 2_000, row -> 0)
                .results("other", "lively/jump.csv", 2_000, row -> 0);

        Called called = bench("--results", data.resolve("results/other").toString());

        assertThat(called.out().get(0)).startsWith("other on 2 files");
        assertThat(called.out()).anyMatch(line -> line.startsWith("standard 0.00"));
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(bench("--detector", "oracle").err())
                .anyMatch(line -> line.contains("there is no detector oracle"));
        assertThat(bench("--profile", "mine").err())
                .anyMatch(line -> line.contains("there is no profile mine"));
        Called nowhere =
                Called.with(home, "", "bench", "nab", "--data", home.resolve("x").toString());
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.err()).anyMatch(line -> line.contains("combined_windows.json"));
    }

    private Called bench(String... more) {
        String[] line = new String[more.length + 4];
        line[0] = "bench";
        line[1] = "nab";
        line[2] = "--data";
        line[3] = data.toString();
        System.arraycopy(more, 0, line, 4, more.length);
        return Called.with(home, "", line);
    }
}
