package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCasesCommandTest {

    @TempDir Path home;

    @Test
    void rowsAreCategoriesAndColumnsEngines() throws IOException {
        Called called =
                Called.with(home, "", "bench", "cases", "--engine", "student,corenlp-linear");

        assertThat(called.exit()).isZero();
        JsonNode results = new ObjectMapper().readTree(called.out().get(0));
        assertThat(results.at("/0/categories/negation/all").asInt()).isPositive();
        assertThat(String.join("\n", called.err()))
                .contains("| category | cases | student | corenlp-linear |")
                .contains("| negation |");
    }
}
