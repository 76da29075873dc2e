package io.throughline.taggers.stage;

import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Pooled;
import io.throughline.taggers.encoder.Vectors;
import java.util.Random;

/** Texts that share words lie near each other: a vector for each word, by its hash, added up. */
final class WordsEncoder implements Encoder {

    private static final int DIMENSIONS = 64;

    @Override
    public String id() {
        return "words";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        float[] sum = new float[DIMENSIONS];
        sum[0] = 1;
        for (StageWords.Word word : StageWords.words(StageText.lower(text))) {
            Random random = new Random(word.root().hashCode());
            for (int i = 1; i < DIMENSIONS; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return Vectors.unit(sum);
    }

    @Override
    public Pooled pool(String text) {
        float[] vector = embed(text);
        return new Pooled(1, vector, vector, vector);
    }

    @Override
    public String sha256() {
        return "0".repeat(64);
    }
}
