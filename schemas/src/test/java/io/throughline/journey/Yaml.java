package io.throughline.journey;

import io.throughline.yaml.YamlProblem;
import java.util.List;

/** Small journey maps for tests. */
final class Yaml {

    static final String HEAD = "apiVersion: throughline/v1\njourney: shop\nversion: 2\nstages:\n";
    static final String BUY =
            "  - {id: buy, name: Buying, owner: sales, examples: [easy to order]}\n";
    static final String WAIT =
            "  - {id: wait, name: Waiting, owner: logistics, examples: [where is it]}\n";

    private Yaml() {}

    /** A map with one stage that has these lines, indented by four, beside what every stage has. */
    static String stage(String... lines) {
        return HEAD
                + "  - id: buy\n    owner: sales\n    examples: [easy to order]\n    "
                + String.join("\n    ", lines)
                + "\n";
    }

    static List<String> problems(String yaml) {
        return JourneyMapReader.validate("j.yaml", yaml).stream()
                .map(YamlProblem::toString)
                .toList();
    }
}
