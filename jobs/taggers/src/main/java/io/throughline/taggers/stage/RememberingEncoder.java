package io.throughline.taggers.stage;

import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Pooled;
import java.util.HashMap;
import java.util.Map;

/**
 * An encoder that embeds each text once. It keeps every embedding: for texts that are gone through
 * several times and then forgotten. Not thread-safe.
 */
final class RememberingEncoder implements Encoder {

    private final Encoder encoder;
    private final Map<String, float[]> known = new HashMap<>();

    RememberingEncoder(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String id() {
        return encoder.id();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public float[] embed(String text) {
        return known.computeIfAbsent(text, encoder::embed);
    }

    @Override
    public Pooled pool(String text) {
        return encoder.pool(text);
    }

    @Override
    public String sha256() {
        return encoder.sha256();
    }
}
