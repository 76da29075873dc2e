package io.throughline.domain.language;

/**
 * Tells the language a text is written in, or that it cannot be told. Thread-safe and
 * deterministic.
 *
 * <p>Calling English something else costs most, because a tagger then abstains on feedback that it
 * could have read: a text of a few words, names or emoji gets no language rather than a wrong one.
 * Scripts that only one language uses decide by themselves; letters that many share go to a
 * character n-gram model, and a few words to a list of what customers say in each language.
 */
public final class LanguageDetector {

    private final NgramModel model = NgramModel.shared();

    /**
     * The language's ISO 639-1 code such as {@code en}; null when it cannot be told.
     *
     * @param text null is a text without a language
     */
    public String detect(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String words = Words.of(text);
        Scripts scripts = Scripts.of(words);
        if (!scripts.isShared()) {
            return scripts.language();
        }
        String few = ShortPhrases.detect(words);
        return few == null ? model.detect(words, scripts.letters()) : few;
    }
}
