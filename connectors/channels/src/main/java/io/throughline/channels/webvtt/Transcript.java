package io.throughline.channels.webvtt;

import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A transcript that was read: WebVTT, SubRip or plain text, told apart by content.
 *
 * @param turns in the order of the file
 * @param language null when the file names none
 * @param attributed whether it is known of everything who said it
 */
record Transcript(List<Turn> turns, String language, boolean attributed) {

    private static final Pattern HEADER = Pattern.compile("WEBVTT(?:[ \\t\\r\\n][\\s\\S]*)?");
    private static final Pattern TIMES =
            Pattern.compile("(?m)^[ \\t]*[\\d:]{5,15}[.,]\\d{3}[ \\t]*-->");

    static Transcript of(String text) {
        boolean vtt = HEADER.matcher(text).matches();
        List<Line> lines;
        if (vtt || TIMES.matcher(text).find()) {
            lines = withPrefixes(CueReader.lines(text));
        } else {
            lines = new PlainReader(text).lines();
            if (lines.isEmpty() && !text.isBlank()) {
                lines = List.of(new Line(null, text.strip(), null, null));
            }
        }
        List<String> names = lines.stream().map(Line::speaker).filter(Objects::nonNull).toList();
        Speakers speakers = Speakers.of(names);
        List<Turn> turns = new ArrayList<>();
        boolean attributed = lines.isEmpty() || speakers.known();
        for (Line line : lines) {
            attributed &= line.speaker() != null;
            Role role = speakers.roleOf(line.speaker());
            turns.add(new Turn(turns.size(), role, line.words(), line.startMs(), line.endMs()));
        }
        return new Transcript(turns, vtt ? CueReader.language(text) : null, attributed);
    }

    /**
     * Where no voice tag names a speaker, the cue's first words may; the next cues go on with it.
     */
    private static List<Line> withPrefixes(List<Line> cues) {
        List<Line> lines = new ArrayList<>();
        String speaker = null;
        List<Prefix> prefixes = Prefix.of(cues);
        for (int i = 0; i < cues.size(); i++) {
            Line cue = cues.get(i);
            Prefix prefix = prefixes.get(i);
            speaker = prefix.speaker() != null ? prefix.speaker() : speaker;
            lines.add(new Line(speaker, prefix.words(), cue.startMs(), cue.endMs()));
        }
        return lines;
    }
}
