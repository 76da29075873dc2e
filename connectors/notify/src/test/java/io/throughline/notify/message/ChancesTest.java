package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChancesTest {

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "1.31,20",
        "2.6,400",
        "3.31,2 thousand",
        "5.2,200 thousand",
        "8.31,200 million",
        "11.99,1000 billion",
        "12,more than a thousand billion",
        "300,more than a thousand billion"
    })
    void areSaidInOneDigit(double exponent, String words) {
        assertThat(Chances.once(exponent)).isEqualTo(words);
    }
}
