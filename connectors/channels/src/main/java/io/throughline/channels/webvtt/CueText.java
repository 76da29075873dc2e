package io.throughline.channels.webvtt;

import io.throughline.channels.text.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a cue as what somebody said. A voice tag, {@code <v Kim>}, names the speaker of what
 * follows, and a cue may hold several; other tags say how it is shown, and vanish. Line breaks are
 * the screen's and not the speaker's.
 */
final class CueText {

    private static final Pattern VOICE =
            Pattern.compile("<v(?:\\.[^\\s>]{0,100})?[ \\t]+([^>]{1,200})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^<>]{0,200}>");

    private CueText() {}

    /** What was said, with its speaker where the cue names one; without times. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        Matcher voice = VOICE.matcher(text);
        String speaker = null;
        int from = 0;
        while (voice.find()) {
            add(lines, speaker, text.substring(from, voice.start()));
            speaker = plain(voice.group(1));
            from = voice.end();
        }
        add(lines, speaker, text.substring(from));
        return lines;
    }

    private static void add(List<Line> lines, String speaker, String text) {
        String words = plain(TAG.matcher(text).replaceAll(""));
        if (!words.isEmpty()) {
            lines.add(new Line(speaker, words, null, null));
        }
    }

    private static String plain(String text) {
        return Entities.decode(text).replaceAll("\\s+", " ").strip();
    }
}
