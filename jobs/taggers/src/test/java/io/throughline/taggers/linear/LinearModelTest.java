package io.throughline.taggers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.taggers.text.Features;
import io.throughline.taggers.text.TopicFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    private static final List<String> CLASSES = List.of("fruit", "tool", "place");
    private static final String[] FRUIT = {"apple", "pear", "plum", "fig", "quince"};
    private static final String[] TOOL = {"hammer", "saw", "drill", "plane", "file"};
    private static final String[] PLACE = {"square", "bridge", "market", "harbour", "tower"};

    private final List<Example> examples = examples();
    private final LinearModel model =
            LinearModel.train(examples, CLASSES, LinearSettings.DEFAULT.withPenalty(0.1), null);

    @Test
    void learnsWhatTellsTheClassesApart() {
        assertThat(answer(model, "a ripe plum")).isEqualTo("fruit");
        assertThat(answer(model, "or an old saw")).isEqualTo("tool");
        assertThat(answer(model, "near the harbour")).isEqualTo("place");
    }

    @Test
    void probabilitiesSumToOne() {
        assertThat(Arrays.stream(model.probabilities(TopicFeatures.of("a plum"))).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theSameExamplesGiveTheSameBytes() {
        LinearModel again =
                LinearModel.train(
                        examples(), CLASSES, LinearSettings.DEFAULT.withPenalty(0.1), null);

        assertThat(again.bytes()).isEqualTo(model.bytes());
    }

    @Test
    void aModelThatIsReadAnswersAsTheOneThatWasWritten() {
        LinearModel named = model.withVersion("tools-7").withParameter("sure", 0.8);
        LinearModel read = LinearModel.read(named.bytes());

        assertThat(read.version()).isEqualTo("tools-7");
        assertThat(read.classes()).isEqualTo(CLASSES);
        assertThat(read.parameters()).containsEntry("sure", 0.8);
        assertThat(read.probabilities(TopicFeatures.of("a drill and a fig")))
                .containsExactly(model.probabilities(TopicFeatures.of("a drill and a fig")));
        assertThat(read.bytes()).isEqualTo(named.bytes());
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = model.bytes();
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> LinearModel.read(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> LinearModel.read(Arrays.copyOf(bytes, bytes.length - 9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearModel.read(new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearModel.read("no model at all".getBytes()))
                .hasMessageContaining("no linear model");
    }

    @Test
    void aChallengerKeepsWhatItsExamplesSayNothingAbout() {
        List<Example> more = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            more.add(example("a red kumquat " + i % 3, 0));
        }
        LinearModel challenger =
                LinearModel.train(more, CLASSES, LinearSettings.DEFAULT.withPenalty(0.1), model);

        assertThat(answer(challenger, "kumquat")).isEqualTo("fruit");
        assertThat(answer(challenger, "or an old saw")).isEqualTo("tool");
        assertThat(answer(challenger, "near the harbour")).isEqualTo("place");
    }

    @Test
    void softTargetsAreKept() {
        List<Example> soft = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            soft.add(new Example(TopicFeatures.of("thing"), new double[] {0.6, 0.3, 0.1}, 1));
        }
        LinearModel learnt =
                LinearModel.train(soft, CLASSES, LinearSettings.DEFAULT.withPenalty(0.01), null);

        assertThat(learnt.probabilities(TopicFeatures.of("thing"))[0]).isCloseTo(0.6, within(0.03));
        assertThat(Calibration.error(learnt, soft)).isLessThan(0.03);
    }

    @Test
    void whatSpokeForAClassIsSaid() {
        Features features = TopicFeatures.of("plum");

        assertThat(Arrays.stream(model.contributions(features, 0)).sum()).isPositive();
        assertThat(Arrays.stream(model.contributions(features, 1)).sum()).isNegative();
    }

    @Test
    void aPriorOfOtherClassesIsRefused() {
        assertThatThrownBy(
                        () ->
                                LinearModel.train(
                                        examples,
                                        List.of("a", "b", "c"),
                                        LinearSettings.DEFAULT,
                                        model))
                .hasMessageContaining("not [a, b, c]");
        assertThatThrownBy(() -> new Example(TopicFeatures.of("x"), new double[] {1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String answer(LinearModel model, String text) {
        return CLASSES.get(Calibration.best(model.probabilities(TopicFeatures.of(text))));
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            examples.add(example("a ripe " + FRUIT[i % 5] + " from " + FRUIT[i % 3], 0));
            examples.add(example("this " + TOOL[i % 5] + " or a " + TOOL[i % 3], 1));
            examples.add(example("go past the " + PLACE[i % 5] + " and " + PLACE[i % 3], 2));
        }
        return examples;
    }

    private static Example example(String text, int ofClass) {
        double[] target = new double[3];
        target[ofClass] = 1;
        return new Example(TopicFeatures.of(text), target, 1);
    }
}
