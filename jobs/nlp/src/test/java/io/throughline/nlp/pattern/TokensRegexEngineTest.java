package io.throughline.nlp.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.TokenMatch;
import io.throughline.domain.tagging.TokenPatternFinder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensRegexEngineTest {

    private static final String CANCELLED_BOOKING = "[{lemma:cancel}] []{0,3} [{word:/bookings?/}]";

    @ParameterizedTest
    @CsvSource({
        "they cancelled my booking, cancelled my booking",
        "Why was it you CANCELED both of our Bookings?, CANCELED both of our Bookings",
        "cancelling the whole family booking, cancelling the whole family booking",
        "cancel it and then make another new booking, ",
        "my booking was cancelled, ",
    })
    void findsWordsWhateverTheirInflectionAndCase(String text, String found) {
        assertThat(spans(CANCELLED_BOOKING, text))
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void matchesComeByPatternThenByPlaceWithOffsetsIntoTheText() {
        TokenPatternFinder finder = finder("[{word:late}]", "[{lemma:flight}]");

        assertThat(finder.find("😀 flights late, flight LATE"))
                .containsExactly(
                        new TokenMatch(0, 11, 15),
                        new TokenMatch(0, 24, 28),
                        new TokenMatch(1, 3, 10),
                        new TokenMatch(1, 17, 23));
    }

    @Test
    void aNegatedWordCanBeExcluded() {
        String pattern = "[!{word:/not|n't/}] [{word:/happy|pleased/}]";

        assertThat(spans(pattern, "I am so happy but not pleased")).containsExactly("so happy");
    }

    @Test
    void aPatternThatMatchesNothingAtAllFindsNothing() {
        assertThat(finder("[{word:absent}]*").find("some words here")).isEmpty();
        assertThat(finder("[]{0,2}").find("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{lemma:cancel", "$UNKNOWN", "[{shape:X}]", "[{word:/(/}]"})
    void anInvalidPatternIsNamed(String pattern) {
        assertThatThrownBy(() -> finder(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + pattern + "' is no valid token pattern");
    }

    @Test
    void longTextsAndWordsCostNoMoreThanTheirBeginning() {
        TokenPatternFinder finder =
                finder("[{word:/(a+)+b/}] []{0,9} [{word:z}]", CANCELLED_BOOKING);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    finder.find("a".repeat(25) + " cancel".repeat(200_000));
                    finder.find("x".repeat(1_000_000));
                });
    }

    @Test
    void threadsShareAFinder() {
        TokenPatternFinder finder = finder(CANCELLED_BOOKING);
        String text = "they cancelled my booking and then cancelled his bookings";

        List<TokenMatch> alone = finder.find(text);
        assertThat(alone).hasSize(2);
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> finder.find(text)))
                .allMatch(alone::equals);
    }

    private static List<String> spans(String pattern, String text) {
        return finder(pattern).find(text).stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
    }

    private static TokenPatternFinder finder(String... patterns) {
        return Engines.tokenPatterns().compile(List.of(patterns));
    }
}
