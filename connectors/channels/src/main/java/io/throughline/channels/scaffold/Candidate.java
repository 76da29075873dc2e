package io.throughline.channels.scaffold;

/**
 * A column that may be what is looked for.
 *
 * @param score higher is surer; comparable within one field only
 * @param why a few words for people
 */
record Candidate(Facts facts, double score, String why) {

    String path() {
        return facts.column().path();
    }

    Column column() {
        return facts.column();
    }
}
