package io.throughline.conformance.fetching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is missing, old or too much of what should be live. */
final class Differences {

    private Differences() {}

    /** In words; empty when nothing is. */
    static String between(Map<String, Long> due, Map<String, Long> got) {
        List<String> words = new ArrayList<>();
        due.forEach(
                (id, revision) -> {
                    if (!got.containsKey(id)) {
                        words.add("without " + id);
                    } else if (!got.get(id).equals(revision)) {
                        words.add(id + " of revision " + got.get(id) + " instead of " + revision);
                    }
                });
        got.keySet().stream().filter(id -> !due.containsKey(id)).forEach(id -> words.add(id));
        return String.join(", ", words);
    }
}
