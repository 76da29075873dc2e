package io.throughline.local.demo;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.util.EnumMap;
import java.util.Map;

/**
 * Feelings drawn without putting them back, so that their shares stay near those of the mood over
 * any few dozen draws.
 *
 * <p>Drawn one by one, some stage has a bad day by nothing but chance in most histories. People who
 * see the demo for the first time cannot tell that from what was put in.
 */
final class Urn {

    /** Draws after which every feeling was drawn as often as its weight says. */
    static final int DRAWS = 20;

    private final Mood mood;
    private final Map<Feeling, Double> left = new EnumMap<>(Feeling.class);

    Urn(Mood mood) {
        this.mood = mood;
    }

    /** One of the feelings that are left; what was drawn too often is owed to the next filling. */
    Feeling draw(Dice dice) {
        if (in().values().stream().mapToDouble(Double::doubleValue).sum() < 1) {
            fill();
        }
        Feeling drawn = dice.weighted(in());
        left.merge(drawn, -1.0, Double::sum);
        return drawn;
    }

    private Map<Feeling, Double> in() {
        Map<Feeling, Double> in = new EnumMap<>(Feeling.class);
        left.forEach((feeling, some) -> in.put(feeling, Math.max(0, some)));
        return in;
    }

    private void fill() {
        double total = mood.weights().values().stream().mapToDouble(Double::doubleValue).sum();
        mood.weights()
                .forEach(
                        (feeling, weight) ->
                                left.merge(feeling, DRAWS * weight / total, Double::sum));
    }
}
