package io.throughline.channels.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain & simple | plain & simple",
                "<p>one</p><p>two</p> | one\\ntwo",
                "<p>one<br>two<br/>three<br />four</p> | one\\ntwo\\nthree\\nfour",
                "<p>a<br><br>b</p> | a\\n\\nb",
                "<p>a  b</p> | a b",
                "<p>a <b>bold</b>er</p> | a bolder",
                "<p>&lt;3 &amp; &#128512; &nbsp;&eacute; &bogus;</p> | <3 & \uD83D\uDE00 \u00A0\u00E9 &bogus;",
                "<p>#<span>tag</span> @<span>you</span></p> | #tag @you",
                "<ul><li>x</li><li>y</li></ul>z | x\\ny\\nz",
                "<p>unclosed <i>tag | unclosed tag",
                "1 < 2 | 1 < 2",
                "<script>alert(1)</script>x | x",
                "a&#xD800;b | a\uFFFDb",
                "a<!-- hidden > --><a title='>' href=x>b</a> | ab",
                "I <3 you < me</ | I <3 you < me",
                "cut <a href=\"https://exa | cut",
                "<P>big</P><BR>x | big\\n\\nx"
            })
    void readsAsAPersonDoes(String html, String expected) {
        assertThat(HtmlText.of(html)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    @Timeout(20)
    void hostileHtmlOfFourMebibytesTakesNeitherStackNorTime() {
        for (String piece :
                new String[] {
                    "<b>",
                    "<p>",
                    "<a href=x>",
                    "<table>",
                    "&",
                    "<",
                    "<b></p>",
                    "<!--",
                    "<script>",
                    "</",
                    "<a href=\"",
                    "&#"
                }) {
            String html = piece.repeat((4 << 20) / piece.length());
            long begin = System.nanoTime();
            assertThatCode(() -> HtmlText.of(html)).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as(piece)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
