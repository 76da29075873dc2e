package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentimentFeaturesTest {

    @Test
    void aNegationTurnsTheWordsAfterItRound() {
        assertThat(SentimentFeatures.of("the staff were not helpful"))
                .contains("w:staff", "n:helpful", "l:not-positive")
                .doesNotContain("w:helpful", "l:positive");
    }

    @Test
    void aNegationEndsAtPunctuationAndConjunctions() {
        assertThat(SentimentFeatures.of("I did not wait, helpful people")).contains("w:helpful");
        assertThat(SentimentFeatures.of("not cheap but helpful")).contains("w:helpful", "n:cheap");
    }

    @Test
    void aNegatedComparisonIsPraiseOrBlameAsItStands() {
        assertThat(SentimentFeatures.of("it has never been this good")).contains("w:good");
        assertThat(SentimentFeatures.of("I could not be happier")).contains("w:happier");
        assertThat(SentimentFeatures.of("never been so disappointed")).contains("w:disappointed");
        assertThat(SentimentFeatures.of("it could not be worse")).contains("w:worse");
        assertThat(SentimentFeatures.of("it was never good")).contains("n:good");
    }

    @Test
    void aStretchedWordIsTheWordAndAMark() {
        assertThat(SentimentFeatures.of("sooo goood")).contains("w:so", "w:good", "!stretched");
    }

    @Test
    void capitalsAreAMark() {
        assertThat(SentimentFeatures.of("the WORST day")).contains("w:worst", "!capitals");
        assertThat(SentimentFeatures.of("the worst day")).doesNotContain("!capitals");
    }

    @Test
    void emojiAndEmoticonsAreWhatTheyShow() {
        assertThat(SentimentFeatures.of("flight 😡")).contains("l:frown");
        assertThat(SentimentFeatures.of("flight :)")).contains("l:smile");
        assertThat(SentimentFeatures.of("😍😍😍")).contains("l:smile");
    }

    @Test
    void whatFollowsAButCountsOnceMore() {
        assertThat(SentimentFeatures.of("nice room but terrible service")).contains("d:but-1");
        assertThat(SentimentFeatures.of("terrible room but nice service")).contains("d:but1");
    }

    @Test
    void numbersAreAlike() {
        assertThat(SentimentFeatures.of("order 4711")).isEqualTo(SentimentFeatures.of("order 12"));
    }

    @Test
    void inflectedWordsAreInTheLexicon() {
        assertThat(Lexicon.shipped().category("recommends")).isEqualTo("positive");
        assertThat(Lexicon.shipped().category("table")).isNull();
    }
}
