package io.throughline.channels.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FileSpec.Format;
import io.throughline.channels.definition.Limits;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a file holds its records, told by the definition where it says so, else by content.
 *
 * <p>JSON lines and a JSON body both begin with a brace. What tells them apart is whether lines are
 * complete objects: at least half of the first ones are, in JSON lines of which some are broken,
 * and hardly any is in a body, however it is laid out.
 */
enum FileShape {
    EMPTY,
    BODY,
    LINES,
    CSV,
    EVENTS;

    private static final int LOOK = 1 << 20;
    private static final Pattern EVENT_LINE =
            Pattern.compile("(?:event|data|id|retry):.*|:.*", Pattern.DOTALL);

    /** Looks at the beginning of a file without consuming it. */
    static FileShape of(ByteWindow window, ChannelDefinition definition, String fileName)
            throws IOException {
        if (isUtf16(window)) {
            return BODY;
        }
        int first = 0;
        while (first < LOOK && window.has(first) && Bytes.isSpace(window.at(first))) {
            first++;
        }
        if (!window.has(first)) {
            return EMPTY;
        }
        Format format = definition.file().format();
        if (format == Format.JSON || format == Format.TEXT || format == Format.MAIL) {
            return BODY;
        }
        if (format == Format.FORM) {
            return LINES;
        }
        byte begin = window.at(first);
        if (begin == '<') {
            return BODY;
        }
        if (format == Format.CSV) {
            return CSV;
        }
        if (begin == '[') {
            return BODY;
        }
        if (begin != '{' && EVENT_LINE.matcher(line(window, first)).matches()) {
            return EVENTS;
        }
        if (format == Format.AUTO && isForm(window)) {
            return LINES;
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean named =
                format == Format.JSONL || name.endsWith(".jsonl") || name.endsWith(".ndjson");
        boolean table =
                definition.map() != null
                        || definition.file().headerRows() > 1
                        || name.endsWith(".csv")
                        || name.endsWith(".tsv");
        if (begin == '{' || named || !table) {
            return lines(window, first, named) ? LINES : BODY;
        }
        return CSV;
    }

    /** Its line breaks cannot be found as bytes, so it is refused as a whole. */
    private static boolean isUtf16(ByteWindow window) throws IOException {
        int mark = window.has(1) ? (window.at(0) & 0xFF) << 8 | (window.at(1) & 0xFF) : 0;
        return mark == 0xFFFE || mark == 0xFEFF;
    }

    private static boolean isForm(ByteWindow window) throws IOException {
        boolean whole = !window.has(LOOK);
        return FormLines.match(window.copy(Math.min(window.size(), LOOK)), whole);
    }

    private static boolean lines(ByteWindow window, int first, boolean named) throws IOException {
        int firstEnd = lineEnd(window, first, Limits.MAX_CARRIED);
        if (firstEnd > Limits.MAX_CARRIED) {
            return true;
        }
        if (ObjectLine.matches(window, first, firstEnd)) {
            return true;
        }
        int limit = Math.min(firstEnd + LOOK, Limits.MAX_CARRIED + LOOK);
        int all = 0;
        int complete = 0;
        for (int start = first; start < limit && window.has(start); ) {
            int end = lineEnd(window, start, limit);
            boolean whole = end < limit || !window.has(limit);
            if (whole && !isBlank(window, start, end)) {
                all++;
                complete += ObjectLine.matches(window, start, end) ? 1 : 0;
            }
            start = end + 1;
        }
        if (!window.has(limit) && ObjectLine.matches(window, first, window.size())) {
            return false;
        }
        return named ? complete > 0 || (all > 1 && window.at(first) != '{') : 2 * complete >= all;
    }

    private static int lineEnd(ByteWindow window, int from, int limit) throws IOException {
        int end = from;
        while (end <= limit && window.has(end) && window.at(end) != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(ByteWindow window, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Bytes.isSpace(window.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static String line(ByteWindow window, int from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < from + 200 && window.has(i) && window.at(i) != '\n'; i++) {
            line.append((char) (window.at(i) & 0xFF));
        }
        return line.toString();
    }
}
