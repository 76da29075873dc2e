package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2026-03-04T05:06:07Z ~ iso",
                "2026-03-04 05:06:07.123 +0100 ~ iso",
                "1772435100 ~ epoch-seconds",
                "1772435100123 ~ epoch-millis",
                "1772435100123456 ~ epoch-micros",
                "1772435100.5 ~ epoch-seconds",
                "24.2.2026 ~ d.M.yyyy",
                "24/02/2026 14:05 ~ d/M/yyyy H:mm",
                "2/24/26 2:05 PM ~ M/d/yy h:mm a",
                "20260224 ~ yyyyMMdd",
                "Tue, 24 Feb 2026 14:05:00 +0000 ~ EEE, d MMM yyyy H:mm:ss Z",
                "Tue Feb 24 14:05:00 +0000 2026 ~ EEE MMM d H:mm:ss Z yyyy",
                "February 24, 2026 ~ MMMM d, yyyy",
                "24-Feb-2026 14:05 ~ d-MMM-yyyy H:mm"
            })
    void aFormatIsToldByAValue(String text, String format) {
        assertThat(TimeGuess.of(List.of(text)).orElseThrow().formats()).containsExactly(format);
    }

    @ParameterizedTest
    @CsvSource({"4711", "3.5", "R-2026-02", "12/2026", "31.02.2026", "yesterday", "99999999999"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(TimeGuess.of(List.of(text))).isEmpty();
    }

    @Test
    void aDayAboveTwelveTellsWhichNumberIsTheDay() {
        assertThat(formats("03/04/2026", "05/04/2026", "13/04/2026")).containsExactly("d/M/yyyy");
        assertThat(formats("04/03/2026", "04/05/2026", "04/13/2026")).containsExactly("M/d/yyyy");
    }

    @Test
    void withoutOneTheTimesThatLieCloserTogetherAreTakenAndItIsSaid() {
        TimeGuess guess =
                TimeGuess.of(List.of("03/04/2026", "05/04/2026", "09/04/2026")).orElseThrow();
        assertThat(guess.formats()).containsExactly("d/M/yyyy");
        assertThat(guess.unsure()).isTrue();
    }

    @Test
    void twoWaysOfWritingInOneColumnAreBothRead() {
        assertThat(formats("2026-03-04T05:06:07Z", "24.02.2026 14:05", "2026-03-05T05:06:07Z"))
                .containsExactly("iso", "d.M.yyyy H:mm");
    }

    @Test
    void aTimeWithoutAZoneSaysSo() {
        assertThat(TimeGuess.of(List.of("2026-03-04 05:06")).orElseThrow().needsZone()).isTrue();
        assertThat(TimeGuess.of(List.of("2026-03-04T05:06Z")).orElseThrow().needsZone()).isFalse();
    }

    private static List<String> formats(String... texts) {
        return TimeGuess.of(List.of(texts)).orElseThrow().formats();
    }
}
