package io.throughline.local.demo;

import java.util.List;

/**
 * What somebody says, as they type it.
 *
 * @param secrets personal data within, none of which may show up in an index
 */
record Told(String title, List<String> sentences, List<String> secrets) {

    Told {
        sentences = List.copyOf(sentences);
        secrets = List.copyOf(secrets);
    }

    String text() {
        return String.join(" ", sentences);
    }
}
