package io.throughline.channels.webvtt;

import io.throughline.channels.RejectedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of times of a cue, such as {@code 00:01.000 --> 00:04.200 align:start}. Hours may be
 * left out; SubRip files write a comma for the point.
 *
 * @param startMs milliseconds from the start
 * @param endMs not before the start
 */
record CueTimes(long startMs, long endMs) {

    private static final String TIME = "(?:(\\d{1,6}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})";
    private static final Pattern LINE =
            Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");

    static boolean marks(String line) {
        return line.contains("-->");
    }

    /**
     * @param cue number of the cue, for the message
     */
    static CueTimes of(String line, int cue) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw RejectedException.invalid("cue " + cue, "has times that cannot be read");
        }
        CueTimes times = new CueTimes(millis(matcher, 1), millis(matcher, 5));
        if (times.endMs < times.startMs) {
            throw RejectedException.invalid("cue " + cue, "ends before it begins");
        }
        return times;
    }

    private static long millis(Matcher matcher, int group) {
        long hours = matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
        long minutes = hours * 60 + Long.parseLong(matcher.group(group + 1));
        long seconds = minutes * 60 + Long.parseLong(matcher.group(group + 2));
        return seconds * 1000 + Long.parseLong(matcher.group(group + 3));
    }
}
