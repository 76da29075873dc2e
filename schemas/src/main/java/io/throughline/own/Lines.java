package io.throughline.own;

import java.util.Arrays;

/** The lines of a text with their places in it. */
final class Lines {

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;

    Lines(String text) {
        this.text = text;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                add(start, i);
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        add(start, text.length());
    }

    int size() {
        return size;
    }

    String at(int line) {
        return text.substring(starts[line], ends[line]);
    }

    int start(int line) {
        return starts[line];
    }

    /** Where its line break begins. */
    int end(int line) {
        return ends[line];
    }

    int length(int line) {
        return ends[line] - starts[line];
    }

    /** The first line from there on that is not blank; one past the last when all are. */
    int nextWords(int from) {
        int next = from;
        while (next < size && at(next).isBlank()) {
            next++;
        }
        return next;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }
}
