package io.throughline.taggers.text;

/**
 * What tells the subject of a text: words, beginnings of words, pairs and triples of them, hashtags
 * and whether it asks.
 */
public final class TopicFeatures {

    private static final int STEM = 5;
    private static final long WORD = Hashing.of("topic word");
    private static final long BEGINNING = Hashing.of("topic beginning");
    private static final long EDGE = Hashing.of("topic edge");
    private static final long ASKS = Hashing.of("topic asks");

    private TopicFeatures() {}

    /** Features of a text. */
    public static Features of(String text) {
        FeatureBuffer buffer = new FeatureBuffer();
        add(Tokens.of(text), buffer);
        return buffer.features();
    }

    /** Adds the features of a text to what else is known of it. */
    public static void add(Tokens tokens, FeatureBuffer buffer) {
        buffer.at(FeatureBuffer.WHOLE, FeatureBuffer.WHOLE);
        buffer.add("bias");
        long before = EDGE;
        long beforeThat = EDGE;
        int first = 0;
        int second = 0;
        for (int i = 0; i < tokens.size(); i++) {
            TokenKind kind = tokens.kind(i);
            if (kind == TokenKind.PUNCTUATION || kind == TokenKind.EMOTICON) {
                before = tokens.firstChar(i) == ',' ? before : EDGE;
                if (tokens.firstChar(i) == '?') {
                    buffer.add(ASKS);
                }
                continue;
            }
            long hash = tokens.hash(i);
            buffer.at(i, i);
            buffer.add(Hashing.pair(WORD, hash));
            if (kind == TokenKind.WORD && tokens.length(i) > STEM) {
                buffer.add(Hashing.pair(BEGINNING, tokens.prefixHash(i, STEM)));
            }
            long pair = Hashing.pair(before, hash);
            buffer.at(before == EDGE ? i : second, i);
            buffer.add(pair);
            if (before != EDGE) {
                buffer.at(beforeThat == EDGE ? second : first, i);
                buffer.add(Hashing.pair(beforeThat, pair));
            }
            first = second;
            second = i;
            beforeThat = before;
            before = hash;
        }
    }
}
