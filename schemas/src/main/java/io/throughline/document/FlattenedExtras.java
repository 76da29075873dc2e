package io.throughline.document;

import io.throughline.json.Unicode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes extras fit a {@code flattened} field. Its terms are key, NUL, value; Elasticsearch refuses
 * the whole document when such a term is over 32,766 bytes or a key holds a NUL. Long values are
 * kept but not searchable ({@code ignore_above} of the mapping); keys have no such setting, so they
 * are cut here.
 */
final class FlattenedExtras {

    /** Longest key in chars: at most 1,536 bytes, which leaves the value its share. */
    static final int MAX_KEY = 512;

    private FlattenedExtras() {}

    /** The extras under keys that fit; of keys that become the same the first stays. */
    static Map<String, String> fit(Map<String, String> extras) {
        Map<String, String> fitting = new TreeMap<>();
        new TreeMap<>(extras).forEach((key, value) -> fitting.putIfAbsent(key(key), value));
        return fitting;
    }

    private static String key(String key) {
        String printable = key.isEmpty() ? "_" : Unicode.repair(key.replace('\0', '\uFFFD'));
        if (printable.length() <= MAX_KEY) {
            return printable;
        }
        boolean splitsPair = Character.isHighSurrogate(printable.charAt(MAX_KEY - 1));
        return printable.substring(0, splitsPair ? MAX_KEY - 1 : MAX_KEY);
    }
}
