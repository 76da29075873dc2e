package io.throughline.taggers.encoder;

import io.throughline.domain.tagging.EngineUnavailableException;
import java.util.List;

/**
 * The sentence encoders on the class path, each loaded once per JVM at its first use.
 *
 * <p>ONNX Runtime is a native library, which a JVM loads in one class loader only: in a cluster
 * this module belongs into Flink's {@code lib/}, not into the job's jar.
 */
public final class Encoders {

    private static final Shared E5 =
            new Shared(
                    new EncoderModel(
                            "e5-small-v2-q",
                            "/e5-small-v2-q.onnx",
                            "/e5-small-v2-q-tokenizer.json",
                            "query: ",
                            Pooling.MEAN));
    private static final Shared BGE =
            new Shared(
                    new EncoderModel(
                            "bge-small-en-v1.5-q",
                            "/bge-small-en-v1.5-q.onnx",
                            "/bge-small-en-v1.5-q-tokenizer.json",
                            "",
                            Pooling.FIRST));
    private static final Shared MINILM =
            new Shared(
                    new EncoderModel(
                            "all-minilm-l6-v2-q",
                            "/all-minilm-l6-v2-q.onnx",
                            "/all-minilm-l6-v2-q-tokenizer.json",
                            "",
                            Pooling.MEAN));

    private Encoders() {}

    /**
     * E5 small v2 (MIT), 384 numbers: the mean over the pieces of the text after "query: ".
     *
     * @throws EngineUnavailableException when it cannot be loaded, saying what to do
     */
    public static Encoder e5() {
        return E5.encoder();
    }

    /**
     * BGE small English v1.5 (MIT), 384 numbers: those of the piece that marks the beginning.
     *
     * @throws EngineUnavailableException when it cannot be loaded, saying what to do
     */
    public static Encoder bge() {
        return BGE.encoder();
    }

    /**
     * An encoder by its id; {@code all-minilm-l6-v2-q} (Apache-2.0) is known too, but its jar does
     * not come with the product.
     *
     * @throws EngineUnavailableException when there is none, or it cannot be loaded
     */
    public static Encoder of(String id) {
        for (Shared shared : List.of(E5, BGE, MINILM)) {
            if (shared.model.id().equals(id)) {
                return shared.encoder();
            }
        }
        throw new EngineUnavailableException(
                "no sentence encoder '"
                        + id
                        + "'; there are: "
                        + E5.model.id()
                        + ", "
                        + BGE.model.id()
                        + ", "
                        + MINILM.model.id());
    }

    /** Loads at the first use; a failure is not remembered, its cause may be gone next time. */
    private static final class Shared {

        private final EncoderModel model;
        private Encoder encoder;

        Shared(EncoderModel model) {
            this.model = model;
        }

        synchronized Encoder encoder() {
            if (encoder == null) {
                encoder = OnnxEncoder.load(model);
            }
            return encoder;
        }
    }
}
