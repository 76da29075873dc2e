package io.throughline.taggers.encoder;

/**
 * Turns an English text into numbers such that texts of like meaning lie near each other.
 *
 * <p>One text a call, and one thread a call: the models compute with 8-bit integers whose scale is
 * taken from what is in the batch, so that neighbours in a batch would change a text's numbers and
 * a replay would not give the same tags. Thread-safe; one instance of a model per JVM.
 */
public interface Encoder {

    /** Word pieces of a text that are read, counting the two that mark its ends. */
    int MAX_PIECES = 128;

    /** Characters (UTF-16 units) of a text that are looked at, whatever they are. */
    int MAX_CHARS = 2_000;

    /** Name of the model, e.g. {@code e5-small-v2-q}. */
    String id();

    /** Numbers in an embedding. */
    int dimensions();

    /** The embedding as the model's makers pool it, of length 1. */
    float[] embed(String text);

    /** All poolings of one run of the model, as they come out of it. */
    Pooled pool(String text);

    /** Sha256 of the model's file: embeddings of other bytes are not comparable. */
    String sha256();
}
