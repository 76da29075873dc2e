package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void replacesEveryReference() {
        String url = "https://example.com/${config.country}/page=${page}";

        assertThat(Placeholders.resolve(url, Map.of("config.country", "d$e", "page", "2")::get))
                .isEqualTo("https://example.com/d$e/page=2");
    }

    @Test
    void namesWhatHasNoValue() {
        assertThatThrownBy(() -> Placeholders.resolve("${secret.x}", name -> null))
                .hasMessage("${secret.x} has no value");
    }
}
