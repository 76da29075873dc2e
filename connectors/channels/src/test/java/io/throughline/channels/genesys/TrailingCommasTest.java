package io.throughline.channels.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingCommasTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2,]|[1,2 ]",
                "{'a':[{},\t],}|{'a':[{} \t] }",
                "[',]',]|[',]' ]",
                "['\\',]',]|['\\',]' ]",
                "[,,]|[, ]"
            })
    void areTakenAwayOutsideOfTexts(String json, String sound) {
        assertThat(removed(json)).isEqualTo(sound.replace('\'', '"'));
    }

    @Test
    void soundJsonIsHandedOnAsItIs() {
        byte[] json = "[1, {\"a\": \"é,]\"}]".getBytes(StandardCharsets.UTF_8);

        assertThat(TrailingCommas.removed(json)).isSameAs(json);
    }

    private static String removed(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new String(TrailingCommas.removed(bytes), StandardCharsets.UTF_8);
    }
}
