package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@lumio_help @other: hi there|hi there",
                "RT @lumio_help: out again|out again",
                "I told @lumio_help so|I told @lumio_help so",
                "see http://t.co/x1 and www.lumio.example now|see and now",
                "#WorstService_ever and #NHSApp2go|Worst Service ever and NHS App 2 go",
                "thx :-) bye|thx happy bye",
                "thx:)|thx happy",
                "no way D:|no way sad",
                "at 12:30 (today)|at 12:30 (today)",
                "XDocument :Dave|XDocument :Dave",
                "great 👍🏽👍🏽👍🏽|great great",
                "ratio 5:( no|ratio 5:( no",
                "ok 👍👍👍|ok great",
                "fine ❤️ work|fine love work",
                "soooooo slow!!!!!!|soo slow!!!",
                "paid 100000 twice|paid 100000 twice",
                "fish &amp; chips <br/>cold|fish & chips cold",
                "😀😡|happy angry"
            })
    void isReadable(String raw, String readable) {
        assertThat(ReadableText.of(raw)).isEqualTo(readable);
    }

    @Test
    void nothingIsLeftOfNamesAndLinks() {
        assertThat(ReadableText.of("@lumio https://lumio.example ")).isEmpty();
    }

    @Test
    void hostileTextCostsNoMoreThanHonestText() {
        long begun = System.nanoTime();
        for (String part : new String[] {"#aB", "@a", ":", "👍", "a", "http://", "&amp", "RT @"}) {
            assertThat(ReadableText.of(part.repeat(500_000)).length()).isLessThan(20_000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
}
