package io.throughline.taggers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.model.Rating;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentimentFeaturesTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Test
    void theSameTextGivesTheSameFeatures() {
        String text = "@acme not bad at all!!! 👍 #LoveIt http://x.example";

        assertThat(SentimentFeatures.of(text, null)).isEqualTo(SentimentFeatures.of(text, null));
        assertThat(SentimentFeatures.found(text, null).features())
                .isEqualTo(SentimentFeatures.of(text, null));
    }

    @Test
    void aNegatedWordIsAnotherFeature() {
        assertThat(SentimentFeatures.of("good", null))
                .isNotEqualTo(SentimentFeatures.of("not good", null));
    }

    @Test
    void aRatingIsAFeatureOnlyWhenThereIsOne() {
        Features none = SentimentFeatures.of("it is", null);

        assertThat(SentimentFeatures.of("it is", new Rating(1, 1, 5)).size())
                .isEqualTo(none.size() + 1);
        assertThat(SentimentFeatures.of("it is", new Rating(1, 1, 5)))
                .isNotEqualTo(SentimentFeatures.of("it is", new Rating(5, 1, 5)));
        assertThat(SentimentFeatures.of("it is", new Rating(5, 1, 5)))
                .isEqualTo(SentimentFeatures.of("it is", new Rating(10, 0, 10)));
    }

    @Test
    void everyFeatureIsThereOnceAndKnowsItsTokens() {
        FoundFeatures found = SentimentFeatures.found("good good good bad", null);

        for (int i = 0; i < found.features().size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(found.features().slot(i)).isNotEqualTo(found.features().slot(j));
            }
            assertThat(found.firstToken(i)).isBetween(-1, found.tokens().size() - 1);
            assertThat(found.lastToken(i))
                    .isBetween(found.firstToken(i), found.tokens().size() - 1);
        }
    }

    @Test
    void aTextWithoutAnythingHasABias() {
        assertThat(SentimentFeatures.of("", null).has("bias")).isTrue();
        assertThat(TopicFeatures.of("").has("bias")).isTrue();
    }

    @Test
    void aMegabyteIsNoProblem() {
        Random random = new Random(5);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            noise.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        soon(noise.toString());
        soon("a".repeat(1_000_000));
        soon("#A".repeat(500_000));
        soon("#" + "a".repeat(1_000_000));
        soon("a-".repeat(500_000));
        soon("a'".repeat(500_000));
        soon("&amp".repeat(250_000));
        soon("<a".repeat(500_000));
        soon("👩‍".repeat(300_000));
        soon(":-".repeat(500_000));
        soon("not ".repeat(250_000));
        soon("but? ".repeat(200_000));
        soon("1/".repeat(500_000));
        soon("\uD83D");
        soon("\uDE00 fine #");
    }

    private static void soon(String text) {
        Features features = assertTimeoutPreemptively(SOON, () -> SentimentFeatures.of(text, null));

        assertThat(features.size()).isPositive();
    }
}
