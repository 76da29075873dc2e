package io.throughline.taggers.text;

import java.util.Arrays;

/**
 * What a linear model sees of a text: the slots that its features fall into, each once, in the
 * order they were found. A slot is a hash; two features may share one, which costs little accuracy
 * and saves a dictionary.
 */
public final class Features {

    /** Bits of a slot. */
    public static final int BITS = 18;

    /** How many slots there are. */
    public static final int SLOTS = 1 << BITS;

    private final int[] slots;

    Features(int[] slots) {
        this.slots = slots;
    }

    /** How many features there are. */
    public int size() {
        return slots.length;
    }

    /** The slot of a feature, 0 to {@link #SLOTS} - 1. */
    public int slot(int index) {
        return slots[index];
    }

    /** Whether a slot of that name is among them; for tests and explanations. */
    public boolean has(String name) {
        int slot = slotOf(Hashing.of(name));
        return Arrays.stream(slots).anyMatch(each -> each == slot);
    }

    static int slotOf(long hash) {
        return (int) (hash >>> (Long.SIZE - BITS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features features && Arrays.equals(slots, features.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    @Override
    public String toString() {
        return slots.length + " features";
    }
}
