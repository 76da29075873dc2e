package io.throughline.taggers.text;

/**
 * Cuts a text into tokens in one pass over its characters.
 *
 * <p>No expression is matched and no string is made on the way: that is what makes it fast, and
 * every loop moves forward, which is what makes hostile text cost no more than honest text of its
 * length.
 */
final class Scanner {

    private static final int MAX_EMOTICON = 4;

    private final PlainText plain;
    private final char[] text;
    private final int length;
    private final Tokens tokens = new Tokens();
    private final Lexicon lexicon = Lexicon.shipped();
    private final Words words;
    private final Hashtags hashtags;
    private final Numbers numbers;

    Scanner(PlainText plain) {
        this.plain = plain;
        this.text = plain.chars();
        this.length = plain.length();
        this.words = new Words(plain, tokens);
        this.hashtags = new Hashtags(plain, tokens);
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
            return link > 0 ? link(i, link) : words.word(i);
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
            return hashtags.hashtag(i);
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
