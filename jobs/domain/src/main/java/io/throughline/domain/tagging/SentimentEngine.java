package io.throughline.domain.tagging;

/** A kind of sentiment tagger, found by {@link java.util.ServiceLoader}. */
public interface SentimentEngine {

    /** Id in configuration and on documents, e.g. {@code corenlp-linear}. */
    String id();

    /**
     * A tagger with its model loaded; the same one on every call in a JVM.
     *
     * @throws EngineUnavailableException when its model cannot be loaded, saying what to do
     */
    SentimentTagger tagger();
}
