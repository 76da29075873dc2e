package io.throughline.taggers.student;

import io.throughline.domain.tagging.Evidence;
import io.throughline.taggers.text.CustomerTurns.Turn;
import io.throughline.taggers.text.FoundFeatures;
import io.throughline.taggers.text.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares out what the features of a text said among its words: a pair or triple of words gives each
 * of them its part. Features of the text as a whole are nobody's.
 */
final class WordEvidence {

    private static final int MOST = 5;
    private static final double LEAST = 0.1;

    private WordEvidence() {}

    /**
     * The words of one turn with what they said.
     *
     * @param differences by feature
     * @param weight of the turn in its verbatim
     */
    static List<Evidence> of(Turn turn, FoundFeatures found, double[] differences, double weight) {
        double[] shares = new double[found.tokens().size()];
        for (int i = 0; i < differences.length; i++) {
            int first = found.firstToken(i);
            int last = found.lastToken(i);
            for (int token = first; first >= 0 && token <= last; token++) {
                shares[token] += differences[i] / (last - first + 1);
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        for (int token = 0; token < shares.length; token++) {
            TokenKind kind = found.tokens().kind(token);
            boolean speaks = kind != TokenKind.PUNCTUATION && kind != TokenKind.HASHTAG;
            if (speaks && Math.abs(shares[token]) >= LEAST) {
                int start = found.tokens().start(token);
                int end = found.tokens().end(token);
                evidence.add(
                        new Evidence(
                                turn.start() + start,
                                turn.start() + end,
                                turn.text().substring(start, end),
                                weight * shares[token]));
            }
        }
        return evidence;
    }

    static List<Evidence> strongest(List<Evidence> evidence) {
        return evidence.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Evidence each) -> -Math.abs(each.contribution()))
                                .thenComparingInt(Evidence::start))
                .limit(MOST)
                .toList();
    }
}
