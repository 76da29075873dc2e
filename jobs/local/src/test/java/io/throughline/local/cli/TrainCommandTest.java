package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {

    @TempDir Path home;

    @BeforeEach
    void data() throws IOException {
        StringBuilder shop = new StringBuilder("text,sentiment\n");
        StringBuilder bank = new StringBuilder("text,sentiment\n");
        for (int i = 0; i < 40; i++) {
            shop.append("the zorp of order ").append(i).append(" was wonderful,positive\n");
            shop.append("the blick of order ").append(i).append(" was terrible,negative\n");
            shop.append("order ").append(i).append(" has a number,neutral\n");
            bank.append("account ").append(i).append(" is zorp,positive\n");
            bank.append("account ").append(i).append(" is blick,negative\n");
            bank.append("account ").append(i).append(" is open,neutral\n");
        }
        Path directory = Files.createDirectories(home.resolve("data"));
        Files.writeString(directory.resolve("shop.csv"), shop);
        Files.writeString(directory.resolve("bank.csv"), bank);
        Files.writeString(
                home.resolve("held.csv"),
                "text,sentiment\nthe blick of order 99 was terrible,negative\nthe zorp of order 99 was wonderful,positive\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"student", "corenlp-linear"})
    void aModelOfOnesOwnTagsAndEvaluates(String engine) throws IOException {
        Called trained = train("--model", engine, "--test", home.resolve("held.csv").toString());
        assertThat(trained.exit()).isZero();
        assertThat(String.join("\n", trained.err()))
                .contains("Trained on 240 texts")
                .contains("sha256")
                .contains("sentiment: accuracy 1.000");

        String model = model();
        Called tagged =
                Called.with(
                        home,
                        "{\"id\": \"1\", \"text\": \"the zorp of order 99 was wonderful\"}\n",
                        "tag",
                        "--sentiment-engine",
                        engine,
                        "--model-file",
                        model);
        JsonNode feeling = new ObjectMapper().readTree(tagged.out().get(0)).path("sentiment");
        assertThat(feeling.path("label").asText()).isEqualTo("positive");
        assertThat(feeling.path("model").asText()).isEqualTo(engine + "-own");

        Called held =
                Called.with(
                        home,
                        "",
                        "evaluate",
                        "--labels",
                        home.resolve("data").resolve("shop.csv").toString(),
                        "--engine",
                        engine,
                        "--model-file",
                        model);
        assertThat(String.join("\n", held.err()))
                .contains("learnt from: bank.csv (120), shop.csv (120)")
                .contains("Warning: ");
    }

    @Test
    void labelsMayBeWrittenInAnyCaseAndNoneIsPassedOver() throws IOException {
        Path shop = home.resolve("data").resolve("shop.csv");
        String rows = Files.readString(shop);
        Files.writeString(shop, rows.replace(",positive", ", Positive "));
        assertThat(train().err()).anyMatch(line -> line.startsWith("Trained on 240 texts"));

        Files.writeString(shop, rows + "what,postive\n");
        Called misspelt = train();
        assertThat(misspelt.exit()).isEqualTo(1);
        assertThat(misspelt.err())
                .singleElement()
                .asString()
                .endsWith(
                        "shop.csv:122: sentiment is negative, neutral, positive or empty, not"
                                + " 'postive'");
    }

    @Test
    void dataThatCannotBeTrainedOnIsASentence() throws IOException {
        Files.delete(home.resolve("data").resolve("bank.csv"));
        Files.writeString(
                home.resolve("data").resolve("shop.csv"), "text,sentiment\nawful,negative\n");

        assertThat(train().err())
                .singleElement()
                .asString()
                .isEqualTo(
                        "throughline: there is no neutral and no positive text to train on (texts"
                                + " found: negative 1, neutral 0, positive 0); a model would never"
                                + " answer a label it has not seen. Add rows with the sentiment"
                                + " neutral and positive, some dozens at least");
    }

    @Test
    void aSourceCanBeLeftOut() throws IOException {
        assertThat(train("--exclude", "bank.csv").exit()).isZero();

        assertThat(Path.of(model()).getFileName()).hasToString("student-own-without-bank.csv.bin");
    }

    @Test
    void anEngineWithoutATrainingIsASentence() {
        Called called = train("--model", "corenlp-rntn");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err()).singleElement().asString().contains("only for student, teacher");
    }

    private Called train(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "train";
        all[1] = "--data";
        all[2] = home.resolve("data").toString();
        all[3] = "--out";
        all[4] = home.resolve("model").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return Called.with(home, "", all);
    }

    private String model() throws IOException {
        try (var files = Files.list(home.resolve("model"))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains(".bin"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
