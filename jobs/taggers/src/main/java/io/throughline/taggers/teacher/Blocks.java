package io.throughline.taggers.teacher;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Encoders;
import io.throughline.taggers.encoder.Pooled;
import io.throughline.taggers.encoder.Pooling;
import io.throughline.taggers.encoder.Vectors;
import io.throughline.taggers.text.LexiconCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers a head reads from a text: its blocks one after the other, each encoder run once. */
final class Blocks {

    /** Runs an encoder, or remembers what it said. */
    interface Runner {

        /** The encoder's numbers for a text made readable. */
        Pooled pool(Encoder encoder, String readable);
    }

    private final List<Block> blocks;

    Blocks(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Blocks by their names: {@code lexicon}, or an encoder's and a pooling's such as {@code
     * e5-small-v2-q/mean}.
     *
     * @throws EngineUnavailableException when an encoder cannot be loaded
     * @throws IllegalArgumentException when a name is neither
     */
    static Blocks of(List<String> ids) {
        List<Block> blocks = new ArrayList<>();
        for (String id : ids) {
            String[] parts = id.split("/", -1);
            if (id.equals(LexiconBlock.ID)) {
                blocks.add(new LexiconBlock());
            } else if (parts.length == 2) {
                blocks.add(new EncoderBlock(Encoders.of(parts[0]), pooling(parts[1])));
            } else {
                throw new IllegalArgumentException(
                        "'" + id + "' is neither lexicon nor like e5-small-v2-q/mean");
            }
        }
        return new Blocks(blocks);
    }

    private static Pooling pooling(String id) {
        for (Pooling pooling : Pooling.values()) {
            if (pooling.id().equals(id)) {
                return pooling;
            }
        }
        throw new IllegalArgumentException("mean, first or max is due, not '" + id + "'");
    }

    List<String> ids() {
        return blocks.stream().map(Block::id).toList();
    }

    /** The encoders, each once. */
    List<Encoder> encoders() {
        return blocks.stream()
                .filter(EncoderBlock.class::isInstance)
                .map(block -> ((EncoderBlock) block).encoder())
                .distinct()
                .toList();
    }

    /** Sha256 of each encoder's network by its id. */
    Map<String, String> networks() {
        Map<String, String> networks = new LinkedHashMap<>();
        encoders().forEach(encoder -> networks.put(encoder.id(), encoder.sha256()));
        return networks;
    }

    int dimensions() {
        return blocks.stream().mapToInt(Block::dimensions).sum();
    }

    /** The numbers of a text as it was written. */
    float[] of(String raw) {
        return of(raw, Encoder::pool);
    }

    float[] of(String raw, Runner runner) {
        String readable = ReadableText.of(raw);
        Map<String, Pooled> pooled = new LinkedHashMap<>();
        for (Encoder encoder : encoders()) {
            pooled.put(encoder.id(), runner.pool(encoder, readable));
        }
        float[] all = new float[dimensions()];
        int at = 0;
        for (Block block : blocks) {
            float[] numbers =
                    block instanceof EncoderBlock run
                            ? Vectors.unit(pooled.get(run.encoder().id()).by(run.pooling()))
                            : LexiconCounts.of(raw);
            System.arraycopy(numbers, 0, all, at, numbers.length);
            at += numbers.length;
        }
        return all;
    }
}
