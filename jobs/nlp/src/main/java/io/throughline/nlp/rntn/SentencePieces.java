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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts what runs on without a full stop into pieces that a parser can read: after a comma, or
 * before a word that opens a clause, as late as a piece may be long; anywhere when there is
 * neither.
 */
final class SentencePieces {

    /** Words of a piece: at most, and at least unless nothing is left. */
    static final int LONGEST = 40;

    static final int SHORTEST = 8;

    private static final Set<String> CLOSES = Set.of(",", ";", ":", "-", "--", "...");
    private static final Set<String> OPENS =
            Set.of(
                    "and",
                    "but",
                    "so",
                    "because",
                    "then",
                    "although",
                    "though",
                    "however",
                    "well",
                    "okay",
                    "ok",
                    "anyway",
                    "also",
                    "plus",
                    "which",
                    "when",
                    "while",
                    "until",
                    "uh",
                    "um",
                    "yeah",
                    "yes",
                    "please",
                    "thank",
                    "thanks");

    private SentencePieces() {}

    /** The sentences, those of more than {@code most} words in pieces, numbered anew. */
    static List<CoreMap> of(List<CoreMap> sentences, int most) {
        List<CoreMap> pieces = new ArrayList<>();
        for (CoreMap sentence : sentences) {
            List<CoreLabel> words = sentence.get(TokensAnnotation.class);
            if (words.size() <= most) {
                pieces.add(numbered(sentence, words, pieces.size()));
                continue;
            }
            int offset = sentence.get(TokenBeginAnnotation.class);
            for (int from = 0; from < words.size(); ) {
                int to = end(words, from);
                CoreMap piece = piece(words.subList(from, to), offset + from);
                pieces.add(numbered(piece, words.subList(from, to), pieces.size()));
                from = to;
            }
        }
        return pieces;
    }

    /** One past the last word of the piece that begins there. */
    private static int end(List<CoreLabel> words, int from) {
        if (words.size() - from <= LONGEST) {
            return words.size();
        }
        for (int end = from + LONGEST; end >= from + SHORTEST; end--) {
            if (CLOSES.contains(lower(words.get(end - 1)))
                    || OPENS.contains(lower(words.get(end)))) {
                return end;
            }
        }
        return from + LONGEST;
    }

    private static String lower(CoreLabel word) {
        return word.word().toLowerCase(Locale.ROOT);
    }

    private static CoreMap piece(List<CoreLabel> words, int begin) {
        CoreMap piece = new ArrayCoreMap();
        piece.set(TokensAnnotation.class, new ArrayList<>(words));
        piece.set(TokenBeginAnnotation.class, begin);
        piece.set(TokenEndAnnotation.class, begin + words.size());
        piece.set(CharacterOffsetBeginAnnotation.class, words.get(0).beginPosition());
        piece.set(CharacterOffsetEndAnnotation.class, words.get(words.size() - 1).endPosition());
        piece.set(
                TextAnnotation.class,
                words.stream().map(CoreLabel::word).collect(Collectors.joining(" ")));
        return piece;
    }

    private static CoreMap numbered(CoreMap sentence, List<CoreLabel> words, int index) {
        sentence.set(SentenceIndexAnnotation.class, index);
        for (int i = 0; i < words.size(); i++) {
            words.get(i).setIndex(i + 1);
            words.get(i).setSentIndex(index);
        }
        return sentence;
    }
}
