package io.throughline.taggers.text;

/**
 * 64-bit hashes of words and of what is made of them.
 *
 * <p>Characters are taken in as FNV-1a does; the finish is that of MurmurHash3 (Appleby, public
 * domain), so that every bit of the result depends on every character.
 */
final class Hashing {

    static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    static long step(long state, char next) {
        return (state ^ next) * PRIME;
    }

    static long mix(long state) {
        long mixed = state;
        mixed ^= mixed >>> 33;
        mixed *= 0xFF51AFD7ED558CCDL;
        mixed ^= mixed >>> 33;
        mixed *= 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    /** One hash of two, in which the order matters. */
    static long pair(long first, long second) {
        return mix(first * GOLDEN + second);
    }

    static long of(CharSequence text) {
        long state = START;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
        }
        return mix(state);
    }

    static long of(char[] chars, int start, int end) {
        long state = START;
        for (int i = start; i < end; i++) {
            state = step(state, chars[i]);
        }
        return mix(state);
    }
}
