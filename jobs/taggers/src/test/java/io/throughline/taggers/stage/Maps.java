package io.throughline.taggers.stage;

import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Journey maps for tests. */
final class Maps {

    private Maps() {}

    static JourneyMap broadband() {
        try (InputStream in = Maps.class.getResourceAsStream("/broadband.yaml")) {
            return JourneyMapReader.read(
                    "broadband.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stage stage(String id, List<String> examples, String... cues) {
        return new Stage(
                id,
                id,
                1,
                "owner",
                List.of(),
                null,
                examples,
                Arrays.stream(cues).map(Cue::parse).toList(),
                List.of(),
                Map.of(),
                List.of());
    }
}
