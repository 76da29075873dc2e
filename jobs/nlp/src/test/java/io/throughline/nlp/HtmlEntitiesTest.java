package io.throughline.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    fish &amp; chips      | fish & chips
                    &lt;3                 | <3
                    it&#39;s              | it's
                    it&#x27;s             | it's
                    &#128512;             | 😀
                    &amp;lt;              | &lt;
                    AT&T; fine            | AT&T; fine
                    a & b                 | a & b
                    &#99999999;           | &#99999999;
                    &#xzz;                | &#xzz;
                    &;                    | &;
                    &&amp;                | &&
                    end &amp              | end &amp
                    """)
    void entitiesAreDecodedOnceAndTheRestIsLeft(String written, String plain) {
        assertThat(HtmlEntities.decode(written)).isEqualTo(plain);
    }
}
