package io.throughline.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aLabelIsOneLineThatCanBeRead() {
        assertThat(Words.label("  Getting\n\ta   quote ")).isEqualTo("Getting a quote");
        assertThat(Words.label("x\u202Egnp.exe\u0000y")).isEqualTo("xgnp.exe y");
        assertThat(Words.label("lone \uD83D surrogate")).isEqualTo("lone \uFFFD surrogate");
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        String cut = Words.label("😡".repeat(500));

        assertThat(cut).endsWith("😡…");
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(80);
    }

    @Test
    void inAQueryEveryMarkMeansItself() {
        assertThat(Words.quoted("till \"3\" or \\ not"))
                .isEqualTo("\"till \\\"3\\\" or \\\\ not\"");
    }

    @Test
    void inMarkdownEveryMarkMeansItself() {
        assertThat(Words.markdown("<b>*a*|[x](y)</b>"))
                .isEqualTo("\\<b\\>\\*a\\*\\|\\[x\\]\\(y\\)\\<\\/b\\>");
    }
}
