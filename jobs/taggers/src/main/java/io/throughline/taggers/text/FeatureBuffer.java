package io.throughline.taggers.text;

import java.util.Arrays;

/**
 * Collects the features of one text, each slot once, and remembers which tokens each came from.
 *
 * <p>Not thread-safe; nothing is allocated for a feature.
 */
public final class FeatureBuffer {

    /** In place of a token for features of the text as a whole. */
    static final int WHOLE = -1;

    private int[] slots = new int[256];
    private int[] firsts = new int[256];
    private int[] lasts = new int[256];
    private int size;
    private int[] table = new int[1024];
    private int first = WHOLE;
    private int last = WHOLE;

    /** Adds a feature by a name of its own, such as {@code cue:refund}. */
    public void add(String name) {
        add(Hashing.of(name));
    }

    /** The features so far. */
    public Features features() {
        return new Features(Arrays.copyOf(slots, size));
    }

    /** What is added from now on comes from these tokens, both ends included. */
    void at(int firstToken, int lastToken) {
        first = firstToken;
        last = lastToken;
    }

    void add(long hash) {
        int slot = Features.slotOf(hash);
        int at = slot * 0x9E3779B1 >>> 8 & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == slot + 1) {
                return;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = slot + 1;
        if (size == slots.length) {
            grow();
        }
        slots[size] = slot;
        firsts[size] = first;
        lasts[size++] = last;
        if (size * 2 > table.length) {
            rehash();
        }
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    /** First token of a feature, {@link #WHOLE} when it is of the text as a whole. */
    int first(int index) {
        return firsts[index];
    }

    int last(int index) {
        return lasts[index];
    }

    private void grow() {
        slots = Arrays.copyOf(slots, size * 2);
        firsts = Arrays.copyOf(firsts, size * 2);
        lasts = Arrays.copyOf(lasts, size * 2);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int i = 0; i < size; i++) {
            int at = slots[i] * 0x9E3779B1 >>> 8 & table.length - 1;
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = slots[i] + 1;
        }
    }
}
