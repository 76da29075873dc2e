package io.throughline.taggers.text;

/** Adds hashtags to the tokens, each as a whole and word by word. */
final class Hashtags {

    private static final int MAX_TAG = 50;
    private static final int MIN_TAG_WORD = 4;

    private final PlainText plain;
    private final char[] text;
    private final int length;
    private final Tokens tokens;
    private final Lexicon lexicon = Lexicon.shipped();

    Hashtags(PlainText plain, Tokens tokens) {
        this.plain = plain;
        this.text = plain.chars();
        this.length = plain.length();
        this.tokens = tokens;
    }

    /** The tag as a whole, then its words: cut at humps and digits, or at words of the lexicon. */
    int hashtag(int start) {
        int end = start + 1;
        tokens.append('#');
        while (end < length && Characters.isTag(text, end, length) && end - start < MAX_TAG) {
            tokens.append(Character.toLowerCase(text[end]));
            end++;
        }
        end(TokenKind.HASHTAG, start, end, 0, 0);
        int i = start + 1;
        while (i < end) {
            int part = Characters.partEnd(text, i, end);
            tagWords(i, part);
            i = part;
        }
        return end;
    }

    private void tagWords(int start, int end) {
        if (text[start] == '_' || text[start] >= '0' && text[start] <= '9') {
            return;
        }
        int cut = lexiconCut(start, end);
        tagWord(start, cut);
        if (cut < end) {
            tagWord(cut, end);
        }
    }

    /** Where a lower-case tag such as "worstservice" is cut: after or before a known word. */
    private int lexiconCut(int start, int end) {
        if (lexicon.entry(lowerHash(start, end)) != 0) {
            return end;
        }
        for (int cut = end - 2; cut >= start + MIN_TAG_WORD; cut--) {
            if (isPlain(lexicon.entry(lowerHash(start, cut)))) {
                return cut;
            }
        }
        for (int cut = start + 2; cut <= end - MIN_TAG_WORD; cut++) {
            if (isPlain(lexicon.entry(lowerHash(cut, end)))) {
                return cut;
            }
        }
        return end;
    }

    private static boolean isPlain(int entry) {
        return entry != 0 && (entry & Lexicon.INFLECTED) == 0;
    }

    private long lowerHash(int start, int end) {
        long state = Hashing.START;
        for (int i = start; i < end; i++) {
            state = Hashing.step(state, Character.toLowerCase(text[i]));
        }
        return Hashing.mix(state);
    }

    private void tagWord(int start, int end) {
        for (int i = start; i < end; i++) {
            tokens.append(Character.toLowerCase(text[i]));
        }
        end(TokenKind.WORD, start, end, Mark.HASHTAG.bit(), pendingEntry());
    }

    private int pendingEntry() {
        return lexicon.entry(tokens.pendingHash(0, tokens.pending()));
    }

    private void end(TokenKind kind, int start, int end, int markBits, int entry) {
        tokens.end(kind, plain.source(start), plain.sourceEnd(end), markBits, entry);
    }
}
