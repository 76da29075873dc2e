package io.throughline.taggers.teacher;

import io.throughline.taggers.train.TrainingText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes examples of texts, telling how long the rest will take. */
final class Embedding {

    private static final int TELL_EVERY = 100;

    private final Blocks blocks;
    private final EmbeddingCache cache;
    private final TrainingProgress progress;

    Embedding(Blocks blocks, EmbeddingCache cache, TrainingProgress progress) {
        this.blocks = blocks;
        this.cache = cache;
        this.progress = progress;
    }

    /** An example a text, in order. */
    List<HeadExample> examples(List<TrainingText> texts) {
        List<HeadExample> examples = new ArrayList<>(texts.size());
        long fresh = 0;
        long nanos = 0;
        for (TrainingText text : texts) {
            boolean known = isKnown(text.text());
            long begun = System.nanoTime();
            float[] numbers = blocks.of(text.text(), cache);
            if (!known) {
                fresh++;
                nanos += System.nanoTime() - begun;
            }
            examples.add(
                    new HeadExample(
                            numbers,
                            new double[] {
                                text.target().negative(),
                                text.target().neutral(),
                                text.target().positive()
                            },
                            text.weight()));
            if (examples.size() % TELL_EVERY == 0 || examples.size() == texts.size()) {
                long left = texts.size() - examples.size();
                Duration rest = fresh == 0 ? null : Duration.ofNanos(nanos / fresh * left);
                progress.at("embedding", examples.size(), texts.size(), rest);
            }
        }
        return examples;
    }

    private boolean isKnown(String raw) {
        String readable = ReadableText.of(raw);
        return blocks.encoders().stream().allMatch(encoder -> cache.holds(encoder, readable));
    }
}
