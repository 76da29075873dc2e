package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.model.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The model in the jar is the one its card speaks of. */
class ShippedModelTest {

    private final byte[] model = bytes(LinearSentimentEngine.RESOURCE);
    private final JsonNode card = json(bytes("/models/corenlp-linear-v1.json"));

    @Test
    void theCardHasTheModelsDigest() throws IOException {
        assertThat(card.get("sha256").asText()).isEqualTo(Hashes.sha256(model));
        assertThat(card.get("model").asText()).isEqualTo(LinearModelFile.read(model).version());
        assertThat(card.get("features").asInt())
                .isEqualTo(LinearModelFile.read(model).weights().size());
    }

    @Test
    void theReadableCardHasItToo() {
        String readable = new String(bytes("/models/corenlp-linear-v1.md"), StandardCharsets.UTF_8);

        assertThat(readable).contains(Hashes.sha256(model));
        card.get("data")
                .forEach(source -> assertThat(readable).contains(source.get("id").asText()));
    }

    @Test
    void everySourceHasALicenceThatAllowsToGiveTheModelAway() {
        assertThat(card.get("data")).hasSizeGreaterThan(5);
        for (JsonNode source : card.get("data")) {
            assertThat(source.get("licence").asText())
                    .isIn(
                            "MIT",
                            "CC0 1.0",
                            "CC BY 4.0",
                            "CDLA-Sharing 1.0",
                            "public domain",
                            "Apache-2.0");
            assertThat(source.get("sha256").asText()).hasSize(64);
        }
    }

    @Test
    void itIsSmall() {
        assertThat(model.length).isLessThan(3_000_000);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = ShippedModelTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return new ObjectMapper().readTree(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
