package io.throughline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

    @Test
    void writesFieldsInTheOrderTheyAreGiven() {
        String json =
                JsonWriter.object(
                        out ->
                                out.text("b", "x")
                                        .number("a", 1L)
                                        .object("o", nested -> nested.number("n", 0.5))
                                        .objects(
                                                "l",
                                                List.of("p", "q"),
                                                (item, v) -> item.text("v", v))
                                        .numbers("h", new long[] {1, -2})
                                        .binary("s", new byte[] {1, 2, -3}));

        assertThat(json)
                .isEqualTo(
                        "{\"b\":\"x\",\"a\":1,\"o\":{\"n\":0.5},\"l\":[{\"v\":\"p\"},{\"v\":\"q\"}],"
                                + "\"h\":[1,-2],\"s\":\"AQL9\"}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        String json =
                JsonWriter.object(
                        out ->
                                out.text("t", null)
                                        .number("n", (Long) null)
                                        .time("i", null)
                                        .object("o", (String) null, (o, v) -> o.text("v", v))
                                        .number("nan", Double.NaN)
                                        .number("inf", Double.POSITIVE_INFINITY));

        assertThat(json).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "2.5, 2.5",
        "-0.81, -0.81",
        "-0.0, 0",
        "1e15, 1000000000000000",
        "0.1, 0.1",
        "1e300, 1.0E300"
    })
    void writesWholeNumbersWithoutAFraction(double value, String written) {
        assertThat(JsonWriter.object(out -> out.number("n", value)))
                .isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.120Z, 2026-03-04T05:06:07.120Z",
        "2026-03-04T06:06:07.000+01:00, 2026-03-04T05:06:07Z"
    })
    void writesTimesInUtcWithAFractionOnlyWhenThereIsOne(String time, String written) {
        Instant instant = OffsetDateTime.parse(time).toInstant();

        assertThat(JsonWriter.object(out -> out.time("t", instant)))
                .isEqualTo("{\"t\":\"" + written + "\"}");
    }

    @Test
    void escapesWhatJsonMustAndKeepsTheRest() {
        assertThat(JsonWriter.object(out -> out.text("t", "a\"\\\n\u0000é😡\u2028")))
                .isEqualTo("{\"t\":\"a\\\"\\\\\\n\\u0000é😡\u2028\"}");
    }

    @Test
    void replacesSurrogatesWithoutPartner() {
        assertThat(Unicode.repair("\uD83Dx\uDE21\uD83D\uDE21\uD83D"))
                .isEqualTo("\uFFFDx\uFFFD\uD83D\uDE21\uFFFD");
        assertThat(Unicode.repair("\uD83D\uD83D\uDE21")).isEqualTo("\uFFFD\uD83D\uDE21");
        assertThat(Unicode.repair("plain")).isSameAs("plain");
    }
}
