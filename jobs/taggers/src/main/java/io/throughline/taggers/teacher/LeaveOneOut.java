package io.throughline.taggers.teacher;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.tagging.Evidence;
import io.throughline.taggers.text.CustomerTurns.Turn;
import io.throughline.taggers.text.TokenKind;
import io.throughline.taggers.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the words that carried an answer by asking what it would be without them.
 *
 * <p>An encoder reads a text as a whole, so no word has a share of its own in the result; how much
 * the score moves when a few words are taken out is the nearest thing to one. Costs one more run
 * for every {@link #MOST_PIECES}th of the text.
 */
final class LeaveOneOut {

    /** Pieces that the strongest part is cut into at most. */
    static final int MOST_PIECES = 12;

    private static final int MOST_EVIDENCE = 5;
    private static final double LEAST = 0.02;

    private LeaveOneOut() {}

    /** Pieces of the part that says most, with how much the score falls without them. */
    static List<Evidence> evidence(
            List<Turn> parts, Function<String, SentimentDistribution> judge) {
        Turn strongest = null;
        double score = 0;
        for (Turn part : parts) {
            double here = judge.apply(part.text()).score();
            if (strongest == null || Math.abs(here) > Math.abs(score)) {
                strongest = part;
                score = here;
            }
        }
        if (strongest == null) {
            return List.of();
        }
        List<Evidence> found = new ArrayList<>();
        for (int[] span : pieces(strongest.text())) {
            String text = strongest.text();
            String without = text.substring(0, span[0]) + " " + text.substring(span[1]);
            double contribution = score - judge.apply(without).score();
            if (Math.abs(contribution) >= LEAST) {
                found.add(
                        new Evidence(
                                strongest.start() + span[0],
                                strongest.start() + span[1],
                                text.substring(span[0], span[1]),
                                contribution));
            }
        }
        found.sort(
                Comparator.comparingDouble(
                                (Evidence evidence) -> -Math.abs(evidence.contribution()))
                        .thenComparingInt(Evidence::start));
        return found.size() > MOST_EVIDENCE ? found.subList(0, MOST_EVIDENCE) : found;
    }

    /** Spans of neighbouring words, never across a mark of punctuation. */
    private static List<int[]> pieces(String text) {
        Tokens tokens = Tokens.of(text);
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            words += tokens.kind(i) == TokenKind.PUNCTUATION ? 0 : 1;
        }
        int size = Math.max(1, (words + MOST_PIECES - 1) / MOST_PIECES);
        List<int[]> pieces = new ArrayList<>();
        int in = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.PUNCTUATION) {
                in = 0;
            } else if (in == 0 || in == size) {
                pieces.add(new int[] {tokens.start(i), tokens.end(i)});
                in = 1;
            } else {
                pieces.get(pieces.size() - 1)[1] = tokens.end(i);
                in++;
            }
        }
        return pieces.size() > 2 * MOST_PIECES ? pieces.subList(0, 2 * MOST_PIECES) : pieces;
    }
}
