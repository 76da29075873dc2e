package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.train.LabelCount;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingRecipe;
import io.throughline.taggers.train.TrainingText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares encoders with the directory of public data sets that {@code -Dthroughline.data} names:
 * the table of RATIONALE.md, written to {@code target/encoder-comparison.md}.
 *
 * <p>Every set is scored by a head that has seen no text of it. For the sake of time no more than
 * {@value #MOST} texts of a file are used.
 */
@EnabledIfSystemProperty(named = "throughline.data", matches = ".+")
class EncoderComparison {

    private static final int MOST = 1_000;
    private static final int RATED = 500;

    private static final String E5 = "e5-small-v2-q/mean";
    private static final String BGE = "bge-small-en-v1.5-q/first";
    private static final String MINILM = "all-minilm-l6-v2-q/mean";
    private static final List<List<String>> CANDIDATES =
            List.of(
                    List.of("lexicon"),
                    List.of(MINILM),
                    List.of(E5),
                    List.of(BGE),
                    List.of(E5, MINILM),
                    List.of(E5, BGE),
                    List.of(E5, BGE, "lexicon"),
                    List.of(E5, BGE, MINILM, "lexicon"));

    private static Map<String, List<TrainingText>> training;
    private static Map<String, List<TrainingText>> airline;
    private static HeadSettings settings;

    @BeforeAll
    static void readData() throws IOException {
        Path data = Path.of(System.getProperty("throughline.data"));
        TrainingData<HeadSettings> read = TrainingData.read(data, TeacherTraining.RECIPE);
        settings = read.manifest().settings();
        training = sample(read);
        airline =
                sample(
                        TrainingData.read(
                                data,
                                new TrainingRecipe<>(
                                        "airline",
                                        HeadSettings::read,
                                        HeadSettings::seed,
                                        EncoderComparison.class.getResource("airline.yaml"))));
    }

    @Test
    void theEncodersThatComeWithTheProgramBeatTheOneThatDoesNot() throws IOException {
        StringBuilder table =
                new StringBuilder(
                        "| reads | airline tweets | VADER tweets | UCI sentences | texts per CPU-second |\n"
                                + "|---|---|---|---|---|\n");
        Map<List<String>, Double> accuracy = new LinkedHashMap<>();
        try (EmbeddingCache cache = new EmbeddingCache(EmbeddingCache.standardDirectory())) {
            for (List<String> candidate : CANDIDATES) {
                Candidate tried = new Candidate(Blocks.of(candidate), cache);
                double[] unseen = tried.scores(Set.of(), airline);
                double[] vader = tried.leftOut(Set.of("vader-tweets"));
                double[] uci = tried.leftOut(Set.of("uci-amazon_cells", "uci-yelp", "uci-imdb"));
                accuracy.put(candidate, unseen[0] + vader[0] + uci[0]);
                table.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.3f / %.3f | %.3f / %.3f | %.3f / %.3f | %,.0f |%n",
                                String.join(" + ", candidate),
                                unseen[0],
                                unseen[1],
                                vader[0],
                                vader[1],
                                uci[0],
                                uci[1],
                                tried.rate()));
            }
        }
        Files.writeString(Path.of("target", "encoder-comparison.md"), table);
        assertThat(accuracy.get(List.of(E5, BGE, "lexicon")))
                .isGreaterThan(accuracy.get(List.of(MINILM)));
    }

    private static Map<String, List<TrainingText>> sample(TrainingData<?> read) {
        Map<String, List<TrainingText>> sampled = new LinkedHashMap<>();
        int at = 0;
        for (LabelCount count : read.counts()) {
            int size = Math.toIntExact(count.negative() + count.neutral() + count.positive());
            List<TrainingText> some = new ArrayList<>();
            int step = (size + MOST - 1) / MOST;
            for (int i = 0; i < size; i += step) {
                some.add(read.texts().get(at + i));
            }
            sampled.put(count.source().id(), some);
            at += size;
        }
        return sampled;
    }

    /** One choice of what to read. */
    private record Candidate(Blocks blocks, EmbeddingCache cache) {

        double[] leftOut(Set<String> ids) {
            Map<String, List<TrainingText>> left = new LinkedHashMap<>();
            ids.forEach(id -> left.put(id, training.get(id)));
            return scores(ids, left);
        }

        /** Accuracy and macro-F1 over the labels that occur. */
        double[] scores(Set<String> without, Map<String, List<TrainingText>> tried) {
            List<TrainingText> learnt = new ArrayList<>();
            training.forEach(
                    (id, texts) -> {
                        if (!without.contains(id)) {
                            learnt.addAll(texts);
                        }
                    });
            Embedding embedding = new Embedding(blocks, cache, TrainingProgress.NONE);
            Head head = HeadTraining.fit("c", blocks, embedding.examples(learnt), settings);
            int[][] confusion = new int[Head.LABELS][Head.LABELS];
            for (List<TrainingText> texts : tried.values()) {
                List<HeadExample> examples = embedding.examples(texts);
                for (int i = 0; i < texts.size(); i++) {
                    int said = head.apply(examples.get(i).numbers()).label().ordinal();
                    confusion[texts.get(i).label().ordinal()][said]++;
                }
            }
            return new double[] {accuracy(confusion), macro(confusion)};
        }

        /** Texts per second of one processor, without the cache. */
        double rate() {
            var threads = ManagementFactory.getThreadMXBean();
            List<TrainingText> texts = airline.get("airline").subList(0, RATED);
            long begun = threads.getCurrentThreadCpuTime();
            for (TrainingText text : texts) {
                blocks.of(text.text(), Encoder::pool);
            }
            return RATED / ((threads.getCurrentThreadCpuTime() - begun) / 1e9);
        }

        private static double accuracy(int[][] confusion) {
            int right = 0;
            int all = 0;
            for (int label = 0; label < Head.LABELS; label++) {
                right += confusion[label][label];
                for (int said : confusion[label]) {
                    all += said;
                }
            }
            return (double) right / all;
        }

        private static double macro(int[][] confusion) {
            double sum = 0;
            int labels = 0;
            for (int label = 0; label < Head.LABELS; label++) {
                int said = 0;
                int due = 0;
                for (int other = 0; other < Head.LABELS; other++) {
                    said += confusion[other][label];
                    due += confusion[label][other];
                }
                if (due > 0) {
                    labels++;
                    sum += 2.0 * confusion[label][label] / (said + due);
                }
            }
            return sum / labels;
        }
    }
}
