package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherTrainingTest {

    @TempDir Path directory;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        Files.writeString(
                data.resolve("shop.csv"),
                """
                text,sentiment
                The sofa came broken and nobody answers,negative
                Charged twice and still no refund,negative
                Worst delivery we ever had,negative
                Do you deliver to the islands?,neutral
                My order number is 4471,neutral
                Can I change the address?,neutral
                Lovely sofa and it came early,positive
                "Thank you, the fitter was brilliant",positive
                We are delighted with the lamp,positive
                """);
        Files.writeString(
                data.resolve("bank.csv"),
                """
                text,sentiment
                The app logs me out all the time,negative
                Which cards do you take?,neutral
                The new app is a joy to use,positive
                """);
    }

    @Test
    void makesATeacherThatJudgesTextsItHasNotSeen() throws IOException {
        TrainingResult result = train("one", Set.of());
        Teacher teacher = TeacherFiles.load(result.model().toString());
        assertThat(teacher.version()).isEqualTo("teacher-own");
        assertThat(teacher.trainedOn())
                .extracting(TrainingSource::id)
                .containsExactly("bank.csv", "shop.csv");
        assertThat(label(teacher, "It arrived smashed, and the phone line is dead"))
                .isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(label(teacher, "What time do you open?")).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(label(teacher, "So happy with my new chairs"))
                .isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void givesTheSameBytesAgainAndTellsHowFarItIs() throws IOException {
        List<String> told = new ArrayList<>();
        TrainingResult one =
                TeacherTraining.train(
                        data,
                        directory.resolve("one"),
                        Set.of(),
                        directory.resolve("cache-1"),
                        (step, done, total, left) -> told.add(step + " " + done + "/" + total));
        TrainingResult two =
                TeacherTraining.train(
                        data,
                        directory.resolve("two"),
                        Set.of(),
                        directory.resolve("cache-2"),
                        TrainingProgress.NONE);
        TrainingResult fromCache = train("three", Set.of());
        assertThat(two.sha256()).isEqualTo(one.sha256()).isEqualTo(fromCache.sha256());
        assertThat(one.texts()).isEqualTo(12);
        assertThat(told).containsExactly("embedding 12/12");
        assertThat(Files.readString(one.card()))
                .contains(one.sha256())
                .contains("e5-small-v2-q")
                .contains("train --model teacher");
    }

    @Test
    void aSourceCanBeLeftOutAndTheNameSaysSo() throws IOException {
        TrainingResult without = train("less", Set.of("bank.csv"));
        assertThat(without.texts()).isEqualTo(9);
        assertThat(TeacherFiles.load(without.model().toString()).version())
                .isEqualTo("teacher-own-without-bank.csv");
        assertThatThrownBy(() -> train("none", Set.of("no.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.csv");
    }

    @Test
    void aHeadThatCannotBeReadSaysWhatToDo() throws IOException {
        Path file = Files.writeString(directory.resolve("no.bin"), "nonsense");
        assertThatThrownBy(() -> TeacherFiles.load(file.toString()))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("no.bin")
                .hasMessageContaining("train --model teacher");
    }

    private TrainingResult train(String out, Set<String> without) throws IOException {
        return TeacherTraining.train(
                data,
                directory.resolve(out),
                without,
                directory.resolve("cache"),
                TrainingProgress.NONE);
    }

    private static SentimentLabel label(Teacher teacher, String text) {
        return teacher.distribution(Verbatim.of(text)).orElseThrow().label();
    }
}
