package io.throughline.taggers.text;

/**
 * Cuts a text into tokens in one pass over its characters.
 *
 * <p>No expression is matched and no string is made on the way: that is what makes it fast, and
 * every loop moves forward, which is what makes hostile text cost no more than honest text of its
 * length.
 */
final class Scanner {

    private static final int MAX_WORD = 50;
    private static final int MAX_EMOTICON = 4;
    private static final int MIN_TAG_WORD = 4;

    private final PlainText plain;
    private final char[] text;
    private final int length;
    private final Tokens tokens = new Tokens();
    private final Lexicon lexicon = Lexicon.shipped();
    private final Numbers numbers;

    Scanner(PlainText plain) {
        this.plain = plain;
        this.text = plain.chars();
        this.length = plain.length();
        this.numbers = new Numbers(text, length, tokens);
    }

    Tokens tokens() {
        int i = forwarded(0);
        boolean quoted = i > 0;
        boolean quotedLine = false;
        boolean lineStart = i == 0;
        while (i < length) {
            char c = text[i];
            int before = tokens.size();
            if (c == ' ') {
                i++;
                continue;
            }
            if (c == '\n') {
                i++;
                newLine(i - 1);
                lineStart = true;
                quotedLine = false;
                continue;
            }
            if (lineStart && c == '>') {
                quotedLine = true;
                i++;
                continue;
            }
            lineStart = false;
            i = next(i, c);
            if (quoted || quotedLine) {
                for (int token = before; token < tokens.size(); token++) {
                    tokens.mark(token, Mark.QUOTED);
                }
            }
        }
        return tokens;
    }

    private int next(int i, char c) {
        if (Characters.isLetter(text, i, length)) {
            int link = linkEnd(i, c);
            return link > 0 ? link(i, link) : word(i, 0);
        }
        if (c >= '0' && c <= '9') {
            return numbers.number(i, plain);
        }
        int emoticon = emoticonEnd(i);
        if (emoticon > 0) {
            return emoticon(i, emoticon);
        }
        if (Characters.isEmoji(Characters.codePoint(text, i, length))) {
            return emoji(i);
        }
        if (c == '@' && i + 1 < length && Characters.isName(text[i + 1])) {
            return mention(i);
        }
        if (c == '#' && i + 1 < length && Characters.isLetter(text, i + 1, length)) {
            return hashtag(i);
        }
        return punctuation(i, c);
    }

    /** A post that begins with "RT @name:" is another's words. */
    private int forwarded(int from) {
        int i = from;
        while (i < length && text[i] == ' ') {
            i++;
        }
        boolean marked =
                i + 3 < length && text[i] == 'R' && text[i + 1] == 'T' && text[i + 2] == ' ';
        return marked && text[i + 3] == '@' ? i + 3 : 0;
    }

    /** A line break ends a sentence that has no mark at its end. */
    private void newLine(int at) {
        int last = tokens.size() - 1;
        if (last >= 0 && !tokens.is(last, TokenKind.PUNCTUATION)) {
            tokens.append('\n');
            tokens.end(TokenKind.PUNCTUATION, plain.source(at), plain.source(at) + 1, 0, 0);
        }
    }

    private int linkEnd(int i, char c) {
        boolean link =
                switch (c) {
                    case 'h', 'H' ->
                            Characters.begins(text, i, length, "http://")
                                    || Characters.begins(text, i, length, "https://");
                    case 'w', 'W' -> Characters.begins(text, i, length, "www.");
                    default -> false;
                };
        if (!link) {
            return 0;
        }
        int end = i;
        while (end < length && text[end] != ' ' && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private int link(int start, int end) {
        tokens.append('/');
        end(TokenKind.LINK, start, end, 0, 0);
        return end;
    }

    /** A word that begins at {@code start}; its end. */
    private int word(int start, int markBits) {
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
        int bits = markBits;
        if (small == 0 && capitals > 2) {
            bits |= Mark.CAPITALS.bit();
        }
        if (stretched) {
            bits |= Mark.STRETCHED.bit();
            shorten();
        }
        if (hyphens > 0 && pendingEntry() == 0) {
            return hyphenated(start, markBits);
        }
        contract();
        end(TokenKind.WORD, start, i, bits, pendingEntry());
        return i;
    }

    /** The part of a compound up to its first hyphen; the rest is scanned on its own. */
    private int hyphenated(int start, int markBits) {
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
        end(TokenKind.WORD, start, end, markBits | bits, pendingEntry());
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

    /** End of an emoticon the lexicon has, standing alone; 0 when there is none. */
    private int emoticonEnd(int i) {
        if (!Characters.beginsEmoticon(text[i])
                || i > 0 && Character.isLetterOrDigit(text[i - 1])) {
            return 0;
        }
        for (int end = Math.min(length, i + MAX_EMOTICON); end > i + 1; end--) {
            boolean alone = end == length || !Character.isLetterOrDigit(text[end]);
            if (alone && (lexicon.entry(Hashing.of(text, i, end)) & Lexicon.EMOTICON) != 0) {
                return end;
            }
        }
        return 0;
    }

    private int emoticon(int start, int end) {
        for (int i = start; i < end; i++) {
            tokens.append(text[i]);
        }
        end(TokenKind.EMOTICON, start, end, 0, pendingEntry());
        return end;
    }

    private int emoji(int start) {
        int i = start;
        boolean joined = true;
        while (i < length && joined) {
            int codePoint = Characters.codePoint(text, i, length);
            for (int end = i + Character.charCount(codePoint); i < end; i++) {
                tokens.append(text[i]);
            }
            joined = i + 1 < length && text[i] == Characters.JOINER;
            if (joined) {
                tokens.append(text[i++]);
            }
        }
        int entry = pendingEntry();
        if (entry == 0) {
            int first = Character.charCount(Characters.codePoint(text, start, length));
            entry = lexicon.entry(tokens.pendingHash(0, first));
        }
        int last = tokens.size() - 1;
        if (last >= 0
                && tokens.is(last, TokenKind.EMOJI)
                && tokens.hash(last) == tokens.pendingHash(0, tokens.pending())) {
            tokens.cutPending(0);
            tokens.extendLast(sourceEnd(i), Mark.STRETCHED);
            return i;
        }
        end(TokenKind.EMOJI, start, i, 0, entry);
        return i;
    }

    private int mention(int start) {
        int i = start + 1;
        while (i < length && Characters.isName(text[i])) {
            i++;
        }
        if (tokens.size() > 0) {
            tokens.append('@');
            end(TokenKind.MENTION, start, i, 0, 0);
        } else if (i < length && (text[i] == ':' || text[i] == ',')) {
            i++;
        }
        return i;
    }

    /** The tag as a whole, then its words: cut at humps and digits, or at words of the lexicon. */
    private int hashtag(int start) {
        int end = start + 1;
        tokens.append('#');
        while (end < length && Characters.isTag(text, end, length) && end - start < MAX_WORD) {
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

    private int punctuation(int start, char c) {
        int i = start + 1;
        boolean asks = c == '?';
        boolean calls = c == '!';
        if (asks || calls) {
            while (i < length && (text[i] == '?' || text[i] == '!')) {
                asks |= text[i] == '?';
                calls |= text[i] == '!';
                i++;
            }
            tokens.append(asks ? '?' : '!');
            if (asks && calls) {
                tokens.append('!');
            } else if (i - start > 1) {
                tokens.append(c);
            }
        } else {
            while (i < length && text[i] == c) {
                i++;
            }
            boolean dots = c == '.' && i - start > 1;
            tokens.append(dots ? '…' : c);
            if (Character.isHighSurrogate(c) && i < length) {
                tokens.append(text[i++]);
            }
        }
        end(TokenKind.PUNCTUATION, start, i, 0, 0);
        return i;
    }

    private void end(TokenKind kind, int start, int end, int markBits, int entry) {
        tokens.end(kind, plain.source(start), sourceEnd(end), markBits, entry);
    }

    private int sourceEnd(int end) {
        return plain.sourceEnd(end);
    }
}
