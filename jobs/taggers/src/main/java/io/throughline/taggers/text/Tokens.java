package io.throughline.taggers.text;

import java.util.Arrays;

/**
 * The words, marks and emoji of a text in order, each with the place it came from.
 *
 * <p>The same text gives the same tokens. Kept in arrays rather than as objects, because the fast
 * tagger makes tens of thousands of texts into tokens every second.
 */
public final class Tokens {

    /** Characters (UTF-16 units) of one text that are looked at; the rest is not. */
    public static final int MAX_CHARS = 8_000;

    private static final int FIRST_CAPACITY = 48;
    private static final TokenKind[] KINDS = TokenKind.values();

    private int size;
    private char[] chars = new char[FIRST_CAPACITY * 6];
    private int used;
    private int[] charStarts = new int[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] marks = new int[FIRST_CAPACITY];
    private short[] entries = new short[FIRST_CAPACITY];
    private byte[] kinds = new byte[FIRST_CAPACITY];
    private long[] hashes = new long[FIRST_CAPACITY];

    Tokens() {}

    /** The tokens of the first {@value #MAX_CHARS} characters of a text. */
    public static Tokens of(String text) {
        Tokens tokens = new Scanner(PlainText.of(text, MAX_CHARS)).tokens();
        Scopes.mark(tokens);
        return tokens;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whether there is more than names and links. */
    public boolean saySomething() {
        for (int i = 0; i < size; i++) {
            if (!is(i, TokenKind.LINK) && !is(i, TokenKind.MENTION)) {
                return true;
            }
        }
        return false;
    }

    /** What a token is. */
    public TokenKind kind(int index) {
        return KINDS[kinds[index]];
    }

    /** Its normal form: lower case, stretches shortened, numbers folded. */
    public String normal(int index) {
        return new String(chars, charStarts[index], charEnd(index) - charStarts[index]);
    }

    /** Where it begins in the text. */
    public int start(int index) {
        return starts[index];
    }

    /** One past where it ends in the text. */
    public int end(int index) {
        return ends[index];
    }

    /** Whether a mark is on it. */
    public boolean has(int index, Mark mark) {
        return (marks[index] & mark.bit()) != 0;
    }

    int marks(int index) {
        return marks[index];
    }

    void mark(int index, Mark mark) {
        marks[index] |= mark.bit();
    }

    /** What the {@link Lexicon} knows of it. */
    int entry(int index) {
        return entries[index];
    }

    int category(int index) {
        return entries[index] & Lexicon.CATEGORY;
    }

    long hash(int index) {
        return hashes[index];
    }

    boolean is(int index, TokenKind kind) {
        return kinds[index] == kind.ordinal();
    }

    /** Whether it is that one character. */
    boolean is(int index, char only) {
        return charEnd(index) - charStarts[index] == 1 && chars[charStarts[index]] == only;
    }

    char firstChar(int index) {
        return chars[charStarts[index]];
    }

    int length(int index) {
        return charEnd(index) - charStarts[index];
    }

    /** Hash of its first characters. */
    long prefixHash(int index, int length) {
        return Hashing.of(chars, charStarts[index], charStarts[index] + length);
    }

    /** Appends a character of the next token. */
    void append(char c) {
        if (used == chars.length) {
            chars = Arrays.copyOf(chars, used * 2);
        }
        chars[used++] = c;
    }

    /** Number of characters of the next token so far. */
    int pending() {
        return used - pendingStart();
    }

    char pendingChar(int index) {
        return chars[pendingStart() + index];
    }

    void setPending(int index, char c) {
        chars[pendingStart() + index] = c;
    }

    void cutPending(int length) {
        used = pendingStart() + length;
    }

    long pendingHash(int from, int to) {
        return Hashing.of(chars, pendingStart() + from, pendingStart() + to);
    }

    /** Makes a token of the characters appended since the last one. */
    void end(TokenKind kind, int start, int end, int markBits, int entry) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = (byte) kind.ordinal();
        starts[size] = start;
        ends[size] = end;
        marks[size] = markBits;
        hashes[size] = Hashing.of(chars, pendingStart(), used);
        entries[size] = (short) entry;
        size++;
        if (size == charStarts.length) {
            charStarts = Arrays.copyOf(charStarts, size * 2);
        }
        charStarts[size] = used;
    }

    /** The last token is longer than was thought. */
    void extendLast(int end, Mark mark) {
        ends[size - 1] = end;
        marks[size - 1] |= mark.bit();
    }

    void setEntry(int index, int entry) {
        entries[index] = (short) entry;
    }

    private int pendingStart() {
        return charStarts[size];
    }

    private int charEnd(int index) {
        return charStarts[index + 1];
    }

    private void grow() {
        int capacity = size * 2;
        kinds = Arrays.copyOf(kinds, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        marks = Arrays.copyOf(marks, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        entries = Arrays.copyOf(entries, capacity);
    }
}
