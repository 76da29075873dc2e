package io.throughline.pipeline.config;

import io.throughline.domain.rollup.Segment;
import io.throughline.domain.rollup.Segments;
import io.throughline.measure.ChannelWeights;
import io.throughline.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code signals} of {@code throughline.yaml}. */
final class SignalsReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9_-]{0,63}");

    private SignalsReader() {}

    /** The block of the file; the defaults where it says nothing. */
    static SignalSettings read(YamlMap root) {
        return root.map("signals").map(SignalsReader::settings).orElse(SignalSettings.DEFAULT);
    }

    private static SignalSettings settings(YamlMap map) {
        map.only("channelCap", "segments");
        double cap = map.number("channelCap").orElse(ChannelWeights.DEFAULT_CAP);
        if (!(cap >= ChannelWeights.LOWEST_CAP && cap <= 1)) {
            map.error("channelCap", "channelCap is a number from 0.5 to 1: 1 caps nothing");
            cap = ChannelWeights.DEFAULT_CAP;
        }
        return new SignalSettings(
                map.map("segments").map(SignalsReader::segments).orElse(Segments.NONE), cap);
    }

    private static Segments segments(YamlMap map) {
        List<Segment> segments = new ArrayList<>();
        for (String name : map.keys()) {
            if (!NAME.matcher(name).matches()) {
                map.error(
                        name,
                        "a segment's name is a letter, then letters, digits, '-' and '_', at most "
                                + Segment.MOST_CHARACTERS);
            } else if (map.has(name)) {
                segments.add(segment(map, name));
            } else {
                map.missing(name);
            }
        }
        if (segments.size() > Segments.MOST) {
            map.error(
                    segments.get(Segments.MOST).name(),
                    "there are at most " + Segments.MOST + " segments");
            return Segments.NONE;
        }
        return new Segments(segments);
    }

    /** {@code name: PLACE}, or {@code name: {from: PLACE, values: […]}}. */
    private static Segment segment(YamlMap map, String name) {
        if (!map.isMap(name)) {
            return checked(map, name, name, map.text(name).orElse(""), List.of());
        }
        YamlMap block = map.map(name).orElseThrow();
        block.only("from", "values");
        return checked(block, "from", name, block.requiredText("from"), values(block));
    }

    private static Segment checked(
            YamlMap at, String key, String name, String from, List<String> values) {
        if (!Segment.isPlace(from)) {
            at.error(
                    key,
                    "a segment is from language, locale, touchpoint, source or extras.KEY, not '"
                            + from
                            + "'");
        } else if (values.isEmpty() && !Segment.isStandard(from)) {
            at.error(
                    key,
                    "say which values of "
                            + from
                            + " are told apart: {from: "
                            + from
                            + ", values: [...]}; all others are '"
                            + Segment.OTHER
                            + "'");
        }
        return new Segment(name, from, values);
    }

    private static List<String> values(YamlMap block) {
        List<String> values = block.texts("values");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value.isBlank() || value.length() > Segment.MOST_CHARACTERS) {
                block.errorAt(
                        "values", i, "a value has 1 to " + Segment.MOST_CHARACTERS + " characters");
            } else if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                block.errorAt("values", i, "'" + value + "' is there twice");
            }
        }
        if (values.size() > Segment.MOST_VALUES) {
            block.errorAt(
                    "values",
                    Segment.MOST_VALUES,
                    "a segment has at most " + Segment.MOST_VALUES + " values");
        }
        return values;
    }
}
