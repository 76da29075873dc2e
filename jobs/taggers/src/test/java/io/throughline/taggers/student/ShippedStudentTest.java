package io.throughline.taggers.student;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.model.Hashes;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.text.Features;
import io.throughline.taggers.text.SentimentFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The model in the jar is the one its cards speak of. */
class ShippedStudentTest {

    private final byte[] model = StudentEngine.model();

    @Test
    void theCardHasTheModelsDigest() throws IOException {
        JsonNode card = new ObjectMapper().readTree(bytes("/models/student-v1.json"));

        assertThat(card.get("sha256").asText()).isEqualTo(Hashes.sha256(model));
        assertThat(card.get("model").asText()).isEqualTo(LinearModel.read(model).version());
        assertThat(card.get("features").asInt()).isEqualTo(LinearModel.read(model).weightedSlots());
    }

    @Test
    void theReadableCardHasItToo() throws IOException {
        assertThat(new String(bytes("/models/student-v1.md"), StandardCharsets.UTF_8))
                .contains(Hashes.sha256(model));
    }

    @Test
    void everySourceHasALicenceThatAllowsToGiveTheModelAway() {
        assertThat(StudentEngine.load(null).trainedOn())
                .hasSizeGreaterThan(10)
                .allSatisfy(source -> assertThat(source.sha256()).hasSize(64))
                .extracting(TrainingSource::licence)
                .isSubsetOf(
                        "MIT",
                        "CC0 1.0",
                        "CC BY 4.0",
                        "CDLA-Sharing 1.0",
                        "public domain",
                        "Apache-2.0");
    }

    @Test
    void theTextsWrittenForItAreTheOnesItLearntFrom() throws IOException {
        JsonNode card = new ObjectMapper().readTree(bytes("/models/student-v1.json"));
        int own = 0;
        for (JsonNode source : card.get("data")) {
            String file = source.get("file").asText();
            if (file.startsWith("classpath:")) {
                own++;
                assertThat(source.get("sha256").asText())
                        .isEqualTo(Hashes.sha256(bytes(file.substring("classpath:".length()))));
            }
        }
        assertThat(own).isGreaterThan(5);
    }

    @Test
    void itIsSmallAndCalibrated() {
        LinearModel read = LinearModel.read(model);

        assertThat(model.length).isLessThan(1_000_000);
        assertThat(new SentimentModel(read).sure()).isBetween(0.4, 0.99);
        assertThat(read.temperature()).isNotEqualTo(1);
    }

    /**
     * A model reads only the features it was trained on: after a change to them it is trained anew.
     */
    @Test
    void textsAreReadAsWhenItWasTrained() {
        Features features =
                SentimentFeatures.of(
                        "RT is not so bad, but sooo #SlowApp :( 3 hrs?! I'd wish... 5/5 👍🏽 @x",
                        null);
        long sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum = sum * 31 + features.slot(i);
        }

        assertThat(sum).isEqualTo(8956936923272694171L);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ShippedStudentTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }
}
