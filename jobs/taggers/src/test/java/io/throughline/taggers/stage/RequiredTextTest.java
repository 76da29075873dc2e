package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "refund\\w*; refund",
                "delay(s|ed)?; delay",
                "(card|it) (was |is )?(declined|refused|rejected); declined,refused,rejected",
                "(lost|missing) (my |our )?(bags?|luggage); lost,missing",
                "cancell?ed my order; ed my order",
                "CHEAP(er|est)?; cheap",
                "colou?r; colo",
                "a+bcd{0,3}efgh; efgh"
            })
    void findsWhatEveryMatchContains(String expression, String pieces) {
        assertThat(RequiredText.of(expression)).isEqualTo(List.of(pieces.split(",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d+",
                "(a|bcd)?",
                "ab|cdef",
                "[abc]def?",
                "(?i)hello",
                "(?<=x)hello",
                "£\\d+",
                "xy",
                "\\Qa.b\\E"
            })
    void requiresNothingWhereItIsNotPlainToSee(String expression) {
        assertThat(RequiredText.of(expression)).isEmpty();
    }
}
