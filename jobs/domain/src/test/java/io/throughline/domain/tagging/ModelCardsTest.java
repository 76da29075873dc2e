package io.throughline.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardsTest {

    @Test
    void theFilesOfACardAreReadWithWhatTheySay() throws IOException {
        assertThat(
                        sources(
                                """
                                {"model": "m", "data": [
                                  {"id": "a", "licence": "MIT", "sha256": "0f", "texts": 7, "negative": 1},
                                  {"id": "b", "negative": 1, "neutral": 2, "positive": 4}]}
                                """))
                .containsExactly(
                        new TrainingSource("a", "MIT", "0f", 7),
                        new TrainingSource("b", null, null, 7));
    }

    @Test
    void aCardWithoutDataHasNoFiles() throws IOException {
        assertThat(sources("{}")).isEmpty();
    }

    @Test
    void whatIsNoCardIsRefused() {
        assertThatThrownBy(() -> sources("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sources("{\"data\": [{\"licence\": \"MIT\"}]}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no id");
    }

    private static List<TrainingSource> sources(String json) throws IOException {
        return ModelCards.sources(json.getBytes(StandardCharsets.UTF_8));
    }
}
