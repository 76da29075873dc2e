package io.throughline.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTextTest {

    @Test
    void aLineThatEndsInASpaceGoesOn() {
        assertThat(FlowedText.unwrapped("one \r\ntwo\r\nthree", false)).isEqualTo("one two\nthree");
    }

    @Test
    void theSpaceMayBeThereForTheBreakAlone() {
        assertThat(FlowedText.unwrapped("気に \n入る", true)).isEqualTo("気に入る");
    }

    @Test
    void quotesAndTheMarkOfASignatureStayByThemselves() {
        assertThat(FlowedText.unwrapped("one \n> two \n> three\n-- \nKim", false))
                .isEqualTo("one \n> two \n> three\n-- \nKim");
    }

    @Test
    void aParagraphEndsAtAnEmptyLine() {
        assertThat(FlowedText.unwrapped("one \n\ntwo", false)).isEqualTo("one \n\ntwo");
    }
}
