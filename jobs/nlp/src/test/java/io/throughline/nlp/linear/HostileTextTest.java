package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final SentimentTagger tagger = new LinearSentimentEngine().tagger();

    @Test
    void aMegabyteIsJudgedByItsBeginning() {
        soon("good ".repeat(200_000));
        soon("a".repeat(1_000_000));
        soon("ab".repeat(500_000));
        soon("a.b-c'd".repeat(150_000));
        soon("(((((".repeat(200_000));
        soon("&amp;".repeat(200_000));
        soon("@a ".repeat(300_000));
        soon("#A".repeat(300_000));
        soon("http://".repeat(150_000));
    }

    @Test
    void aHundredThousandEmojiAreFast() {
        soon("😀😡".repeat(50_000));
        soon("👩‍👩‍👧‍👦".repeat(10_000));
    }

    @Test
    void noiseAndHalfSurrogatesAreNoProblem() {
        Random random = new Random(11);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            noise.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        soon(noise.toString());
        soon("\uD83D");
        soon("\uDE00 fine");
    }

    @Test
    void aHundredThousandTurnsAreJudgedByTheFirst() {
        Verbatim many =
                new Verbatim(Collections.nCopies(100_000, "good morning"), "en", null, null);

        assertThat(assertTimeoutPreemptively(SOON, () -> tagger.tag(many)).label()).isNotNull();
    }

    private void soon(String text) {
        assertThat(
                        assertTimeoutPreemptively(
                                SOON,
                                () -> tagger.tag(new Verbatim(List.of(text), null, null, null))))
                .isNotNull();
    }
}
