package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumericSettingsTest {

    private static final NumericSettings.Span SPAN = new NumericSettings.Span(1, 100);

    @Test
    void whatWouldSeeNothingIsRefused() {
        assertThatThrownBy(() -> new NumericSettings.Span(60, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(0, 0.02, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(3, 0.001, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tail");
        assertThatThrownBy(() -> settings(3, 0.02, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NumericSettings settings(int neighbours, double tailShare, double threshold) {
        return new NumericSettings(
                List.of(SPAN), neighbours, 100, tailShare, SPAN, 10, threshold, 100);
    }
}
