package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTest {

    @ParameterizedTest
    @CsvSource({
        "claim, my CLAIM!, true",
        "claim, claims, false",
        "claim, reclaim, false",
        "pay out, they Pay Out late, true",
        "pay out, payout, false",
        "dm'd, I dm'd you, true",
        "été, L'ÉTÉ dernier, true",
        "a.b, axb, false",
        "/reimburs\\w+/, Reimbursement is late, true",
        "/reimburs\\w+/, reimburs, false"
    })
    void findsWordsAtTheirBordersAndExpressionsAnywhere(String cue, String text, boolean found) {
        assertThat(Cue.parse(cue).pattern().matcher(text).find()).isEqualTo(found);
    }

    @Test
    void refusesABrokenExpression() {
        assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> Cue.parse("/(/"));
    }

    @Test
    void isEqualByItsSource() {
        assertThat(Cue.parse("/a+/"))
                .isEqualTo(Cue.parse("/a+/"))
                .hasSameHashCodeAs(Cue.parse("/a+/"));
        assertThat(Cue.parse("a")).isNotEqualTo(Cue.parse("b"));
    }
}
