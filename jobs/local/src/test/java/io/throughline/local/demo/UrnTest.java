package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UrnTest {

    private static final double NEGATIVE = 0.37;
    private static final Mood MOOD =
            new Mood(
                    Map.of(
                            Feeling.POSITIVE, 0.4,
                            Feeling.NEUTRAL, 0.23,
                            Feeling.NEGATIVE, NEGATIVE,
                            Feeling.MIXED, 0.0));

    /** Draws that put back would be off by twice as much somewhere. */
    private static final double NEAR = 0.2;

    private static final int WINDOW = 40;

    @Test
    void sharesStayNearTheMoodInWhateverFewDozenDraws() {
        List<Feeling> drawn = draw(5000);
        for (int from = 0; from + WINDOW <= drawn.size(); from++) {
            assertThat(share(drawn.subList(from, from + WINDOW)))
                    .isCloseTo(NEGATIVE, Offset.offset(NEAR));
        }
    }

    @Test
    void sharesAreThoseOfTheMoodInTheLongRun() {
        List<Feeling> drawn = draw(5000);

        assertThat(share(drawn)).isCloseTo(NEGATIVE, Offset.offset(0.003));
        assertThat(drawn).doesNotContain(Feeling.MIXED);
    }

    @Test
    void whatComesNextIsStillChance() {
        List<Feeling> drawn = draw(2000);
        List<Feeling> shifted = drawn.subList(Urn.DRAWS, drawn.size());
        int alike = 0;
        for (int i = 0; i < shifted.size(); i++) {
            alike += drawn.get(i) == shifted.get(i) ? 1 : 0;
        }

        assertThat(alike).isLessThan(shifted.size() / 2);
    }

    private static List<Feeling> draw(int count) {
        Urn urn = new Urn(MOOD);
        List<Feeling> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(urn.draw(Dice.of(1, "urn", i)));
        }
        return drawn;
    }

    private static double share(List<Feeling> drawn) {
        return (double) drawn.stream().filter(one -> one == Feeling.NEGATIVE).count()
                / drawn.size();
    }
}
