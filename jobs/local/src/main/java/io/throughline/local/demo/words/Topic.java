package io.throughline.local.demo.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something customers talk about: scenarios, each with facts and details that belong together, and
 * words that fit all of it. Sentences of two scenarios are never mixed within one line of thought,
 * which is what makes generated text read like a word salad.
 */
final class Topic {

    private static final String FACT = "fact";

    private final FragmentFile file;
    private final Map<Feeling, List<String>> scenarios = new EnumMap<>(Feeling.class);

    Topic(FragmentFile file) {
        this.file = file;
        for (Feeling feeling : Feeling.values()) {
            scenarios.put(feeling, named(file, feeling));
        }
    }

    /** Names of the scenarios that have facts for the feeling, sorted. */
    List<String> scenarios(Feeling feeling) {
        return scenarios.get(feeling);
    }

    private static List<String> named(FragmentFile file, Feeling feeling) {
        TreeSet<String> names = new TreeSet<>();
        for (String heading : file.sections().keySet()) {
            String[] parts = heading.split(" ");
            if (parts.length == 3 && parts[1].equals(feeling.id()) && parts[2].equals(FACT)) {
                names.add(parts[0]);
            }
        }
        return List.copyOf(names);
    }

    List<String> facts(String scenario, Feeling feeling) {
        return file.section(scenario + " " + feeling.id() + " " + FACT);
    }

    List<String> details(String scenario, Feeling feeling) {
        return file.section(scenario + " " + feeling.id() + " detail");
    }

    /** How it feels. */
    List<String> feelings(Feeling feeling) {
        return file.section(feeling.id() + " feel");
    }

    /** Headlines. */
    List<String> titles(Feeling feeling) {
        return file.section(feeling.id() + " title");
    }

    /** Headlines of a scenario, when it has its own. */
    Optional<List<String>> titles(String scenario, Feeling feeling) {
        return Optional.of(file.section(scenario + " " + feeling.id() + " title"))
                .filter(titles -> !titles.isEmpty());
    }
}
