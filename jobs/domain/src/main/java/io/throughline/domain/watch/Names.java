package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names that come again and again, in the order in which they came first. */
final class Names {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int numberOf(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(out, names, Bytes::text);
    }

    static Names read(DataInput in) throws IOException {
        Names read = new Names();
        for (String name : Bytes.list(in, Bytes::text)) {
            read.numberOf(name);
        }
        return read;
    }
}
