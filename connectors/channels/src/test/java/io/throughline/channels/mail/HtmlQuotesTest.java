package io.throughline.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlQuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote type=\"cite\"><p>x</p></blockquote>",
                "<BLOCKQUOTE>a<blockquote>b</blockquote>c</BLOCKQUOTE>",
                "<div class=\"gmail_quote gmail_quote_container\"><div>x</div></div>",
                "<div class='moz-cite-prefix'>Am 1.1. schrieb x:</div>",
                "<div id=Signature>Kim</div>",
                "<div id=\"divRplyFwdMsg\"><b>From:</b> x</div><p>and the rest</p>"
            })
    void quotesGo(String quote) {
        assertThat(HtmlQuotes.without("<p>mine</p>" + quote).strip()).isEqualTo("<p>mine</p>");
    }

    @Test
    void whatIsBelowAQuoteStays() {
        assertThat(HtmlQuotes.without("a<blockquote>x</blockquote>b")).isEqualTo("a b");
    }

    @Test
    void hostileHtmlTakesNoLongerThanItsLengthAllows() {
        String html = "<div class=class=class=\"x ".repeat(20_000) + "<blockquote>".repeat(50_000);
        long begin = System.nanoTime();

        HtmlQuotes.without(html);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }
}
