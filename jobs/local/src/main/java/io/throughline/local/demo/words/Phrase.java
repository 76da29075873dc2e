package io.throughline.local.demo.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unfolds fragments into sentences: {@code <on|the>} takes one of the alternatives (they nest, and
 * one may be empty), {@code {vehicle}} a word from the slot of that name. A slot keeps its word for
 * the whole of one story, so that the car of the first sentence is the car of the last.
 */
final class Phrase {

    private final Map<String, List<String>> slots;
    private final Dice dice;
    private final Map<String, String> bound;

    /**
     * @param words of slots that are settled already
     */
    Phrase(Map<String, List<String>> slots, Map<String, String> words, Dice dice) {
        this.slots = slots;
        this.dice = dice;
        this.bound = new HashMap<>(words);
    }

    String unfold(String fragment) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < fragment.length()) {
            char c = fragment.charAt(at);
            if (c == '<') {
                int end = closing(fragment, at);
                out.append(unfold(dice.pick(alternatives(fragment.substring(at + 1, end)))));
                at = end + 1;
            } else if (c == '{') {
                int end = fragment.indexOf('}', at);
                out.append(slot(fragment.substring(at + 1, end)));
                at = end + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private String slot(String name) {
        String word = bound.get(name);
        if (word == null) {
            List<String> words = slots.get(name);
            if (words == null) {
                throw new IllegalArgumentException("no words for {" + name + "}");
            }
            word = unfold(dice.pick(words));
            bound.put(name, word);
        }
        return word;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("'<' is never closed in: " + text);
    }

    private static List<String> alternatives(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
