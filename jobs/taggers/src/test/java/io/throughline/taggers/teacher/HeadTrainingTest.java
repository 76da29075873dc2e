package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainingTest {

    private static final Blocks NONE = new Blocks(List.of());

    @Test
    void learnsWhichNumbersTellTheLabel() {
        Head head = HeadTraining.fit("h", NONE, examples(300, 1), settings(0.01));
        assertThat(head.apply(new float[] {3, 0, 9}).label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(head.apply(new float[] {-3, 0, 9}).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(head.apply(new float[] {0, 0, 9}).label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void theSameExamplesGiveTheSameBytes() {
        byte[] one = HeadFile.write(HeadTraining.fit("h", NONE, examples(200, 1), settings(0.1)));
        byte[] two = HeadFile.write(HeadTraining.fit("h", NONE, examples(200, 1), settings(0.1)));
        byte[] other = HeadFile.write(HeadTraining.fit("h", NONE, examples(200, 2), settings(0.1)));
        assertThat(two).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void aSoftTargetIsLearntAsItIs() {
        List<HeadExample> undecided = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            undecided.add(new HeadExample(new float[] {i % 2}, new double[] {0.2, 0.3, 0.5}, 1));
        }
        HeadSettings asTheyCome =
                new HeadSettings(1, List.of(), 0.01, 200, 1e-9, new double[] {0.2, 0.3, 0.5});
        SentimentDistribution learnt =
                HeadTraining.fit("h", NONE, undecided, asTheyCome).apply(new float[] {1});
        assertThat(learnt.negative()).isCloseTo(0.2, within(0.01));
        assertThat(learnt.positive()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void sharesDecideHowMuchEachLabelCountsHoweverManyTextsItHas() {
        List<HeadExample> lopsided = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            int label = i < 80 ? 0 : i < 85 ? 1 : 2;
            double[] target = new double[3];
            target[label] = 1;
            lopsided.add(new HeadExample(new float[] {i % 7}, target, 1));
        }
        SentimentDistribution learnt =
                HeadTraining.fit("h", NONE, lopsided, settings(10)).apply(new float[] {3});
        assertThat(learnt.negative()).isCloseTo(1.0 / 3, within(0.02));
    }

    @Test
    void aTemperatureAboveOneIsLessSureOfTheSameLabel() {
        float[] text = {2, 0, 0};
        Head head = HeadTraining.fit("h", NONE, examples(300, 1), settings(0.01));
        SentimentDistribution cold = head.apply(text);
        SentimentDistribution warm = head.withTemperature(2).apply(text);
        assertThat(warm.label()).isEqualTo(cold.label());
        assertThat(warm.confidence()).isLessThan(cold.confidence() - 0.02);
    }

    @Test
    void aHeadThatIsTooSureOfFilesItHasNotSeenIsCooledDown() {
        List<List<HeadExample>> alike = new ArrayList<>();
        List<List<HeadExample>> misleading = new ArrayList<>();
        for (int file = 0; file < 5; file++) {
            alike.add(examples(120, file));
            misleading.add(mirrored(examples(120, file), file));
        }
        double calm = Temperature.of(alike, NONE, settings(0.001));
        double misled = Temperature.of(misleading, NONE, settings(0.001));
        assertThat(calm).isBetween(0.5, 1.5);
        assertThat(misled).isGreaterThan(2);
        assertThat(Temperature.of(alike.subList(0, 4), NONE, settings(0.001))).isEqualTo(1);
    }

    /** In the last file of five, the number that tells the label tells the opposite. */
    private static List<HeadExample> mirrored(List<HeadExample> examples, int file) {
        return examples.stream()
                .map(
                        example ->
                                file < 4
                                        ? example
                                        : new HeadExample(
                                                new float[] {
                                                    -example.numbers()[0], example.numbers()[1], 9
                                                },
                                                example.target(),
                                                1))
                .toList();
    }

    @Test
    void aHeadIsReadAsItWasWritten() throws IOException {
        Head head = HeadTraining.fit("h-7", NONE, examples(50, 3), settings(0.1));
        Head named =
                new Head(
                        "h-7",
                        List.of("lexicon"),
                        Map.of("e", "0f"),
                        head.weights(),
                        head.biases());
        byte[] bytes = HeadFile.write(named);
        Head read = HeadFile.read(bytes);
        assertThat(read.version()).isEqualTo("h-7");
        assertThat(read.blocks()).containsExactly("lexicon");
        assertThat(read.networks()).containsEntry("e", "0f");
        assertThat(HeadFile.write(read)).isEqualTo(bytes);
    }

    @Test
    void bytesThatAreNoHeadAreRefused() {
        byte[] head = HeadFile.write(HeadTraining.fit("h", NONE, examples(9, 1), settings(1)));
        assertThatThrownBy(() -> HeadFile.read(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> HeadFile.read(Arrays.copyOf(head, head.length - 1)))
                .isInstanceOf(IOException.class);
    }

    /** The first number tells the label, the second is noise, the third says nothing. */
    private static List<HeadExample> examples(int count, long seed) {
        Random random = new Random(seed);
        List<HeadExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] target = new double[3];
            target[i % 3] = 1;
            float first = (i % 3 - 1) * 3 + (float) random.nextGaussian();
            examples.add(
                    new HeadExample(
                            new float[] {first, (float) random.nextGaussian(), 9}, target, 1));
        }
        return examples;
    }

    private static HeadSettings settings(double l2) {
        double third = 1.0 / 3;
        return new HeadSettings(1, List.of(), l2, 200, 1e-7, new double[] {third, third, third});
    }
}
