package io.throughline.channels.webvtt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the cues of a WebVTT or SubRip file: blocks parted by blank lines, of which those with a
 * line of times are cues. Comments, styles, regions and the header are none, and are passed over.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">the format</a>
 */
final class CueReader {

    private static final Pattern BREAK = Pattern.compile("\\r\\n|\\n|\\r");

    private static final Pattern REMARK = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\s.*)?");

    private CueReader() {}

    /** What was said, in the order of the file; speakers are those of voice tags only. */
    static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        String[] rows = BREAK.split(file, -1);
        int cue = 0;
        int at = 0;
        while (at < rows.length) {
            int end = at;
            while (end < rows.length && !rows[end].isBlank()) {
                end++;
            }
            int times = timesOf(rows, at, end);
            if (times >= 0) {
                read(rows, times, end, ++cue, lines);
            }
            at = end + 1;
        }
        return lines;
    }

    /** The header's {@code Language}; null when it names none. */
    static String language(String file) {
        for (String row : BREAK.split(file, 20)) {
            if (row.isBlank()) {
                return null;
            }
            if (row.startsWith("Language:")) {
                return row.substring("Language:".length()).strip();
            }
        }
        return null;
    }

    /** Times stand on the first line of a block, or on the second after the cue's own name. */
    private static int timesOf(String[] rows, int from, int end) {
        if (from < end && REMARK.matcher(rows[from]).matches()) {
            return -1;
        }
        for (int i = from; i < Math.min(end, from + 2); i++) {
            if (CueTimes.marks(rows[i])) {
                return i;
            }
        }
        return -1;
    }

    private static void read(String[] rows, int times, int end, int cue, List<Line> lines) {
        CueTimes span = CueTimes.of(rows[times], cue);
        StringBuilder text = new StringBuilder();
        for (int i = times + 1; i < end; i++) {
            text.append(rows[i]).append('\n');
        }
        for (Line line : CueText.of(text.toString())) {
            lines.add(new Line(line.speaker(), line.words(), span.startMs(), span.endMs()));
        }
    }
}
