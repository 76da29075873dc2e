package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"a\": 1} ~ JSON",
                "[{\"a\": 1}] ~ JSON",
                "{\"a\": 1}\\n{\"a\": 2} ~ JSON_LINES",
                "a,b\\n1,2 ~ CSV",
                "a^b^c\\n1^2^3\\n4^5^6 ~ CSV",
                "a=1&b=2 ~ FORM",
                "event: x\\ndata: {\"a\": 1}\\n\\n ~ EVENTS",
                ": hi\\n\\ndata: {\"a\": 1} ~ EVENTS"
            })
    void theShapeIsToldByContent(String text, Sample.Shape shape) {
        assertThat(read(text.replace("\\n", "\n")).shape()).isEqualTo(shape);
    }

    @Test
    void halfOfTheLinesMayBeBroken() {
        assertThat(read("{\"a\": 1}\n{\"a\": \n{\"a\": 2}\n").documents()).hasSize(2);
    }

    @Test
    void whatIsNoSampleSaysWhatToDo() {
        assertThatThrownBy(() -> read("  \n")).hasMessageContaining("at least one record");
        assertThatThrownBy(() -> read("<html>")).hasMessageContaining("--header");
        assertThatThrownBy(() -> read("{\"a\": 1")).hasMessageContaining("Save the whole body");
        assertThatThrownBy(() -> read("just a line of words")).hasMessageContaining("export it");
        assertThatThrownBy(() -> read("1,2.5,2026-01-01\n2,3.5,2026-01-02"))
                .hasMessageContaining("names the columns");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("without a record");
        assertThatThrownBy(
                        () -> SampleReader.read("x", "a,b\n1,2".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("iconv");
        assertThatThrownBy(() -> Inference.of(read("[1, 2]"))).hasMessageContaining("no object");
    }

    @Test
    void bytesThatAreNoUtf8AreWesternOrCyrillic() {
        assertThat(encoding("größte", "windows-1252")).isEqualTo("windows-1252");
        assertThat(encoding("отличный сервис", "windows-1251")).isEqualTo("windows-1251");
        assertThat(encoding("größte", "UTF-8")).isEqualTo("UTF-8");
    }

    private static String encoding(String word, String charset) {
        byte[] bytes = ("id,comment\n1," + word).getBytes(Charset.forName(charset));
        return SampleReader.read("x.csv", bytes).encoding();
    }

    private static Sample read(String text) {
        return SampleReader.read("sample", text.getBytes(StandardCharsets.UTF_8));
    }
}
