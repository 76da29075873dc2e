package io.throughline.taggers.text;

/** What a token is. */
public enum TokenKind {
    /** A word, or a part of a hashtag. */
    WORD,
    /**
     * Digits, with what stands around them folded: an ordinal, a time, a price, a mark out of ten.
     */
    NUMBER,
    /** A run of punctuation, at most two characters of it: {@code !!} stands for three as well. */
    PUNCTUATION,
    /** An emoji without skin tone, joined ones as one; a run of the same is one token. */
    EMOJI,
    /** Such as {@code :-)}. */
    EMOTICON,
    /** Another person's name; the names a post is addressed to are no tokens. */
    MENTION,
    /** A web address. */
    LINK,
    /** A hashtag as a whole; its parts follow as words. */
    HASHTAG
}
