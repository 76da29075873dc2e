package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.Cue;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueFinderTest {

    /** The fast search must agree with the expression that a cue is defined by. */
    @ParameterizedTest
    @CsvSource({
        "bill, my bill went up, true",
        "bill, BILL!, true",
        "bill, billing, false",
        "bill, handbill, false",
        "bill, handbill bill, true",
        "bill, bill2, false",
        "direct debit, a direct debit, true",
        "direct debit, direct  debit, false",
        "'c++', I like c++, true",
        "straße, die Straße, true",
        "/bill(s|ing)?/, rebilling, true",
        "'/^bill/', my bill, false"
    })
    void findsWhatTheCueMeans(String cue, String text, boolean found) {
        Cue parsed = Cue.parse(cue);

        assertThat(new CueFinder(parsed).finds(text.toLowerCase(Locale.ROOT))).isEqualTo(found);
        assertThat(parsed.pattern().matcher(text).find()).isEqualTo(found);
    }
}
