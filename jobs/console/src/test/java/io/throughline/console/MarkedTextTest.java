package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.MarkedText.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void marksBecomePlaces() {
        MarkedText text =
                MarkedText.of(
                        "my <b>claim</b>, claims",
                        "my <b>\uE000claim\uE001</b>, \uE000claims\uE001");

        assertThat(text.text()).isEqualTo("my <b>claim</b>, claims");
        assertThat(text.marks()).containsExactly(new Mark(6, 11), new Mark(17, 23));
    }

    @Test
    void aTextWithMarksOfItsOwnIsShownWithoutAny() {
        assertThat(MarkedText.of("a \uE000claim\uE001", "a \uE000\uE000claim\uE001\uE001"))
                .isEqualTo(new MarkedText("a \uE000claim\uE001", List.of()));
        assertThat(MarkedText.of("claim", null)).isEqualTo(new MarkedText("claim", List.of()));
        assertThat(MarkedText.of("claim", "\uE001\uE000\uE001claim\uE000"))
                .isEqualTo(new MarkedText("claim", List.of()));
    }

    @Test
    void aLongTextIsShownAroundWhatWasLookedFor() {
        String before = "word ".repeat(200);
        MarkedText text =
                MarkedText.of(before + "claim is late", before + "\uE000claim\uE001 is late")
                        .excerpt(600);

        assertThat(text.text()).startsWith("… word").endsWith("claim is late");
        Mark mark = text.marks().get(0);
        assertThat(text.text().substring(mark.start(), mark.end())).isEqualTo("claim");
    }

    @Test
    void aLongTextIsCutAtWholeCharacters() {
        String faces = "😀".repeat(700);
        MarkedText text = MarkedText.of(faces, null).excerpt(600);

        assertThat(text.text()).isEqualTo("😀".repeat(600) + "…");
        MarkedText around =
                MarkedText.of(faces + "claim", faces + "\uE000claim\uE001").excerpt(600);
        assertThat(around.text()).startsWith("… 😀").endsWith("😀claim");
        assertThat(around.text().substring(around.marks().get(0).start())).isEqualTo("claim");
    }

    @Test
    void aShortTextStaysAsItIs() {
        MarkedText text = MarkedText.of("claim", "\uE000claim\uE001");
        assertThat(text.excerpt(600)).isSameAs(text);
    }
}
