package io.throughline.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences of a long turn, by Stanford CoreNLP's splitter and {@link SentencePieces}.
 *
 * <p>A model of single words dilutes one clear sentence among thirty; a turn of up to {@link
 * #MANY_WORDS} words it judges better whole.
 */
final class Sentences {

    /** Words of a turn that is judged whole. */
    static final int MANY_WORDS = 80;

    /** A text of fewer characters has not that many words; it is not even cut into words here. */
    private static final int MANY_CHARS = 2 * MANY_WORDS;

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n(?: *\\n)+");

    private Sentences() {}

    /** The text alone, or its sentences when it is long. */
    static List<String> ofLong(String text) {
        if (text.length() < MANY_CHARS) {
            return List.of(text);
        }
        if (Tokens.of(text).size() <= MANY_WORDS) {
            return List.of(text);
        }
        List<String> sentences = new ArrayList<>();
        for (String paragraph : PARAGRAPHS.split(text)) {
            add(paragraph, sentences);
        }
        return sentences.isEmpty() ? List.of(text) : sentences;
    }

    private static void add(String paragraph, List<String> sentences) {
        List<CoreLabel> words = Tokens.labels(paragraph);
        for (List<CoreLabel> sentence :
                new WordToSentenceProcessor<CoreLabel>(NewlineIsSentenceBreak.NEVER)
                        .process(words)) {
            for (List<CoreLabel> piece : SentencePieces.of(sentence)) {
                sentences.add(
                        paragraph.substring(
                                piece.get(0).beginPosition(),
                                piece.get(piece.size() - 1).endPosition()));
            }
        }
    }
}
