package io.throughline.taggers.text;

import io.throughline.model.Rating;

/**
 * What tells the feeling of a text: words, pairs and triples, what the {@link Lexicon} knows of
 * them and in which scope they stand, how it is written, how much there is, and the rating when
 * there is one.
 *
 * <p>A word that a negation turns round is another feature than the word itself. Words of the
 * lexicon also stand for their category, alone and beside their neighbour, which is how the model
 * judges words that it never saw.
 */
public final class SentimentFeatures {

    private static final int STEM = 5;
    private static final long WORD = Hashing.of("word");
    private static final long NEGATED_WORD = Hashing.of("negated word");
    private static final long BEGINNING = Hashing.of("beginning");
    private static final long NEGATED_BEGINNING = Hashing.of("negated beginning");
    private static final long EDGE = Hashing.of("edge");
    private static final long CATEGORY = Hashing.of("category");
    private static final long AFTER_CATEGORY = Hashing.of("after category");
    private static final long BEFORE_CATEGORY = Hashing.of("before category");
    private static final long CATEGORIES = Hashing.of("categories");
    private static final long QUOTED = Hashing.of("quoted word");
    private static final int SCOPES =
            Mark.NEGATED.bit()
                    | Mark.CONCEDED.bit()
                    | Mark.ASSERTED.bit()
                    | Mark.UNREAL.bit()
                    | Mark.ASKED.bit()
                    | Mark.CAPITALS.bit();

    private final Tokens tokens;
    private final FeatureBuffer buffer = new FeatureBuffer();
    private final Tally tally = new Tally();

    private SentimentFeatures(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Features of one text.
     *
     * @param rating null when none was given
     */
    public static Features of(String text, Rating rating) {
        return of(Tokens.of(text), rating);
    }

    /** Features of a text that is in tokens already. */
    public static Features of(Tokens tokens, Rating rating) {
        return collect(tokens, rating).buffer.features();
    }

    /** The same with the place of each. */
    public static FoundFeatures found(String text, Rating rating) {
        Tokens tokens = Tokens.of(text);
        return new FoundFeatures(collect(tokens, rating).buffer, tokens);
    }

    private static SentimentFeatures collect(Tokens tokens, Rating rating) {
        SentimentFeatures collected = new SentimentFeatures(tokens);
        collected.words();
        collected.buffer.at(FeatureBuffer.WHOLE, FeatureBuffer.WHOLE);
        collected.tally.add(tokens, rating, collected.buffer);
        return collected;
    }

    private void words() {
        long before = EDGE;
        long beforeThat = EDGE;
        int size = tokens.size();
        for (int i = 0; i < size; i++) {
            long hash = tokens.hash(i);
            tally.count(tokens, i);
            if (tokens.has(i, Mark.QUOTED)) {
                buffer.at(i, i);
                buffer.add(Hashing.pair(QUOTED, hash));
                continue;
            }
            word(i, hash);
            if (tokens.is(i, TokenKind.HASHTAG)) {
                continue;
            }
            long pair = Hashing.pair(before, hash);
            buffer.at(Math.max(0, i - 1), i);
            buffer.add(pair);
            buffer.at(Math.max(0, i - 2), i);
            buffer.add(Hashing.pair(beforeThat, pair));
            beforeThat = before;
            before = hash;
        }
        buffer.at(size - 1, size - 1);
        buffer.add(Hashing.pair(before, EDGE));
    }

    private void word(int i, long hash) {
        boolean negated = tokens.has(i, Mark.NEGATED);
        buffer.at(i, i);
        buffer.add(Hashing.pair(negated ? NEGATED_WORD : WORD, hash));
        if (tokens.is(i, TokenKind.WORD) && tokens.length(i) > STEM) {
            long beginning = tokens.prefixHash(i, STEM);
            buffer.add(Hashing.pair(negated ? NEGATED_BEGINNING : BEGINNING, beginning));
        }
        int category = tokens.category(i);
        int before = i > 0 ? tokens.category(i - 1) : 0;
        if (category != 0) {
            category(i, category, negated);
        }
        if (i > 0 && category + before != 0) {
            neighbours(i, hash, category, before);
        }
    }

    /** The category by itself, and in each scope that it stands in. */
    private void category(int i, int category, boolean negated) {
        buffer.add(Hashing.pair(CATEGORY, category << 1 | (negated ? 1 : 0)));
        int scopes = tokens.marks(i) & SCOPES & ~Mark.NEGATED.bit();
        while (scopes != 0) {
            int scope = Integer.lowestOneBit(scopes);
            buffer.add(Hashing.pair(CATEGORY + scope, category << 1 | (negated ? 1 : 0)));
            scopes ^= scope;
        }
    }

    private void neighbours(int i, long hash, int category, int before) {
        buffer.at(i - 1, i);
        int negated = tokens.marks(i) & Mark.NEGATED.bit();
        if (before != 0) {
            buffer.add(Hashing.pair(AFTER_CATEGORY + before, hash));
        }
        if (category != 0) {
            buffer.add(Hashing.pair(BEFORE_CATEGORY + category, tokens.hash(i - 1)));
        }
        if (before != 0 && category != 0) {
            buffer.add(Hashing.pair(CATEGORIES + negated, before * 16L + category));
        }
    }
}
