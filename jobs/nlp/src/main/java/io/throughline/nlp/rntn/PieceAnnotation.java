package io.throughline.nlp.rntn;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentenceIndexAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TextAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import io.throughline.nlp.SentencePieces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sentences as CoreNLP's annotators hand them on, with {@link SentencePieces} for the long ones.
 */
final class PieceAnnotation {

    private PieceAnnotation() {}

    /** The sentences, long ones in pieces, numbered anew. */
    static List<CoreMap> of(List<CoreMap> sentences) {
        List<CoreMap> pieces = new ArrayList<>();
        for (CoreMap sentence : sentences) {
            int begin = sentence.get(TokenBeginAnnotation.class);
            for (List<CoreLabel> words : SentencePieces.of(sentence.get(TokensAnnotation.class))) {
                pieces.add(piece(words, begin, pieces.size()));
                begin += words.size();
            }
        }
        return pieces;
    }

    private static CoreMap piece(List<CoreLabel> words, int begin, int index) {
        CoreMap piece = new ArrayCoreMap();
        piece.set(TokensAnnotation.class, new ArrayList<>(words));
        piece.set(TokenBeginAnnotation.class, begin);
        piece.set(TokenEndAnnotation.class, begin + words.size());
        piece.set(SentenceIndexAnnotation.class, index);
        piece.set(CharacterOffsetBeginAnnotation.class, words.get(0).beginPosition());
        piece.set(CharacterOffsetEndAnnotation.class, words.get(words.size() - 1).endPosition());
        piece.set(
                TextAnnotation.class,
                words.stream().map(CoreLabel::word).collect(Collectors.joining(" ")));
        for (int i = 0; i < words.size(); i++) {
            words.get(i).setIndex(i + 1);
            words.get(i).setSentIndex(index);
        }
        return piece;
    }
}
