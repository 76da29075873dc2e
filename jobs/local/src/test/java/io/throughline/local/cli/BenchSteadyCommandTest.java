package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSteadyCommandTest {

    @TempDir Path home;

    @Test
    void withoutAShareNothingIsAskedOfTheTeacherAndWithAllSomethingIs() throws IOException {
        Path labels =
                Files.writeString(
                        home.resolve("labels.csv"),
                        """
                        text,sentiment
                        Lovely people and a claim paid in three days,positive
                        Nobody could say when somebody might perhaps look at it,negative
                        """);

        assertThat(measured(labels, "0").path("teacherShare").asDouble()).isZero();
        JsonNode all = measured(labels, "1");
        assertThat(all.path("teacherShare").asDouble()).isPositive();
        assertThat(all.path("records").asInt()).isEqualTo(2);
        assertThat(all.path("recordsPerCpuSecond").asDouble()).isPositive();
    }

    @Test
    void othersTagTheSameTextsInTheSameRun() throws IOException {
        Path labels =
                Files.writeString(
                        home.resolve("labels.csv"),
                        "text,sentiment\nLovely people,positive\nTerrible people,positive\n");
        JsonNode measured = measured(labels, "0", "--against", "corenlp-linear,teacher");

        double alone = measured.path("sentimentRecordsPerCpuSecond").asDouble();
        JsonNode teacher = measured.path("against").get(1);
        assertThat(teacher.path("engine").asText()).isEqualTo("teacher");
        assertThat(teacher.path("records").asInt()).isEqualTo(2);
        assertThat(teacher.path("timesAsFast").asDouble())
                .isEqualTo(alone / teacher.path("recordsPerCpuSecond").asDouble());
        assertThat(teacher.path("steadyTimesAsFast").asDouble())
                .isEqualTo(
                        measured.path("recordsPerCpuSecond").asDouble()
                                / teacher.path("recordsPerCpuSecond").asDouble());
        assertThat(measured.path("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(teacher.path("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(teacher.path("learnerAccuracy").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aShareAboveOneIsNone() {
        Called called =
                Called.with(
                        home, "", "bench", "steady", "--labels", "x.csv", "--teacher-share", "2");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(String.join("\n", called.err())).contains("--teacher-share is 0 to 1");
    }

    private JsonNode measured(Path labels, String share, String... more) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "bench",
                                "steady",
                                "--labels",
                                labels.toString(),
                                "--teacher-share",
                                share));
        line.addAll(List.of(more));
        Called called = Called.with(home, "", line.toArray(String[]::new));
        assertThat(called.exit()).isZero();
        return new ObjectMapper().readTree(called.out().get(0));
    }
}
