package io.throughline.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.alert.AlertState;
import io.throughline.notify.message.Occasion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldJsonTest {

    private static final Told TOLD =
            new Told(
                    "chat",
                    "a1",
                    7,
                    AlertState.NO_DATA,
                    Occasion.REMINDER,
                    true,
                    false,
                    true,
                    Instant.parse("2026-03-04T10:36:00.123Z"),
                    3,
                    null);

    @Test
    void isReadAsItWasWritten() {
        assertThat(ToldJson.read(ToldJson.line(TOLD))).isEqualTo(TOLD);
    }

    @Test
    void looksLikeThis() {
        assertThat(ToldJson.line(TOLD))
                .isEqualTo(
                        "{\"receiver\":\"chat\",\"alert\":\"a1\",\"version\":7,\"state\":\"no-data\","
                                + "\"occasion\":\"reminder\",\"escalated\":true,\"corrected\":false,"
                                + "\"known\":true,\"at\":\"2026-03-04T10:36:00.123Z\",\"attempts\":3}");
    }

    @Test
    void fieldsOfLaterVersionsAreLeftAlone() {
        String later = ToldJson.line(TOLD).replace("{\"receiver\"", "{\"new\":[1],\"receiver\"");

        assertThat(ToldJson.read(later)).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "[]", "{}", "{\"receiver\":\"a\",\"alert\":\"b\"}"})
    void whatIsNoneIsSaidToBeNone(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> ToldJson.read(line));
    }
}
