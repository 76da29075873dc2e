package io.throughline.channels.webvtt;

import java.util.ArrayList;
import java.util.List;

/**
 * A cue's speaker, by voice tag or by its first words, and the rest of it.
 *
 * @param speaker null when the cue names nobody
 */
record Prefix(String speaker, String words) {

    /** One for each cue. The rules of plain text say which first words are a speaker. */
    static List<Prefix> of(List<Line> cues) {
        StringBuilder text = new StringBuilder();
        cues.forEach(cue -> text.append(cue.speaker() == null ? cue.words() : "").append('\n'));
        PlainReader reader = new PlainReader(text.toString());
        List<Prefix> prefixes = new ArrayList<>();
        for (Line cue : cues) {
            prefixes.add(
                    cue.speaker() != null
                            ? new Prefix(cue.speaker(), cue.words())
                            : reader.prefix(cue.words())
                                    .orElseGet(() -> new Prefix(null, cue.words())));
        }
        return prefixes;
    }
}
