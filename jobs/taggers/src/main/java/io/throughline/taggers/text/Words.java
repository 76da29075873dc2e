package io.throughline.taggers.text;

/** Adds words to the tokens: lower case, stretches shortened, contractions made one. */
final class Words {

    private static final int MAX_WORD = 50;

    private final PlainText plain;
    private final char[] text;
    private final int length;
    private final Tokens tokens;
    private final Lexicon lexicon = Lexicon.shipped();

    Words(PlainText plain, Tokens tokens) {
        this.plain = plain;
        this.text = plain.chars();
        this.length = plain.length();
        this.tokens = tokens;
    }

    /** A word that begins at {@code start}; its end. */
    int word(int start) {
        int i = start;
        int capitals = 0;
        int small = 0;
        int run = 0;
        int hyphens = 0;
        boolean stretched = false;
        char previous = 0;
        while (i < length && i - start < MAX_WORD) {
            char c = text[i];
            if (c >= 'a' && c <= 'z') {
                small++;
            } else if (c >= 'A' && c <= 'Z') {
                capitals++;
                c += 'a' - 'A';
            } else if (c == '\'' || c == '-') {
                if (i + 1 >= length || !Characters.isLetter(text, i + 1, length)) {
                    break;
                }
                hyphens += c == '-' ? 1 : 0;
            } else if (c > 0x7F && Characters.isLetter(text, i, length)) {
                char lower = Character.toLowerCase(c);
                capitals += lower == c ? 0 : 1;
                small += lower == c ? 1 : 0;
                c = lower;
            } else if (c < '0' || c > '9') {
                break;
            }
            run = c == previous ? run + 1 : 1;
            stretched |= run > 2;
            previous = c;
            tokens.append(c);
            i++;
        }
        int bits = 0;
        if (small == 0 && capitals > 2) {
            bits |= Mark.CAPITALS.bit();
        }
        if (stretched) {
            bits |= Mark.STRETCHED.bit();
            shorten();
        }
        if (hyphens > 0 && pendingEntry() == 0) {
            return hyphenated(start);
        }
        contract();
        end(TokenKind.WORD, start, i, bits, pendingEntry());
        return i;
    }

    /** The part of a compound up to its first hyphen; the rest is scanned on its own. */
    private int hyphenated(int start) {
        int i = start;
        while (text[i] != '-') {
            i++;
        }
        int end = i;
        tokens.cutPending(0);
        int small = 0;
        for (int at = start; at < end; at++) {
            small += Character.toLowerCase(text[at]) == text[at] ? 1 : 0;
            tokens.append(Character.toLowerCase(text[at]));
        }
        int bits = small == 0 && end - start > 2 ? Mark.CAPITALS.bit() : 0;
        end(TokenKind.WORD, start, end, bits, pendingEntry());
        return end + 1;
    }

    /** Three or more of a letter become two when the lexicon knows that word, one otherwise. */
    private void shorten() {
        int kept = 0;
        int run = 0;
        int size = tokens.pending();
        long stretched = 0;
        char previous = 0;
        for (int at = 0; at < size; at++) {
            char c = tokens.pendingChar(at);
            run = c == previous ? run + 1 : 1;
            previous = c;
            if (run <= 2) {
                tokens.setPending(kept++, c);
            } else {
                stretched |= 1L << (kept - 1);
            }
        }
        tokens.cutPending(kept);
        if (pendingEntry() != 0) {
            return;
        }
        int left = 0;
        for (int at = 0; at < kept; at++) {
            if ((stretched & 1L << at) == 0) {
                tokens.setPending(left++, tokens.pendingChar(at));
            }
        }
        tokens.cutPending(left);
    }

    /** "don't" is "dont", "it's" and "company's" are "it" and "company". */
    private void contract() {
        int size = tokens.pending();
        if (size < 3 || tokens.pendingChar(size - 2) != '\'') {
            return;
        }
        char last = tokens.pendingChar(size - 1);
        if (last == 's') {
            tokens.cutPending(size - 2);
        } else if (last == 't' && tokens.pendingChar(size - 3) == 'n') {
            tokens.setPending(size - 2, 't');
            tokens.cutPending(size - 1);
        }
    }

    private int pendingEntry() {
        return lexicon.entry(tokens.pendingHash(0, tokens.pending()));
    }

    private void end(TokenKind kind, int start, int end, int markBits, int entry) {
        tokens.end(kind, plain.source(start), plain.sourceEnd(end), markBits, entry);
    }
}
