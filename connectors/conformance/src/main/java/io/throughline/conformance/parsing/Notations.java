package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Ways in which sources write a moment. */
final class Notations {

    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);
    private static final long MICROS = 1_000_000L;

    private Notations() {}

    /**
     * The moment in every notation, by its name.
     *
     * @param moment to the second
     */
    static Map<String, JsonNode> of(Instant moment) {
        Map<String, JsonNode> notations = new LinkedHashMap<>();
        long seconds = moment.getEpochSecond();
        notations.put("UTC", TextNode.valueOf(moment.toString()));
        notations.put(
                "an offset of +05:30",
                TextNode.valueOf(OFFSET.format(moment.atOffset(ZoneOffset.ofHoursMinutes(5, 30)))));
        notations.put(
                "an offset of -0800",
                TextNode.valueOf(WITHOUT_COLON.format(moment.atOffset(ZoneOffset.ofHours(-8)))));
        notations.put("epoch seconds", LongNode.valueOf(seconds));
        notations.put("epoch seconds as a text", TextNode.valueOf("" + seconds));
        notations.put("epoch milliseconds", LongNode.valueOf(seconds * 1000));
        notations.put("epoch milliseconds as a text", TextNode.valueOf("" + seconds * 1000));
        notations.put("epoch microseconds", LongNode.valueOf(seconds * MICROS));
        return notations;
    }

    /** Whether the two are the same to the millisecond. */
    static boolean same(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Duration.ofMillis(1000)) < 0;
    }

    /** The moment in the notation of a value, as far as it is known; else ISO 8601. */
    static JsonNode like(JsonNode value, Instant moment) {
        long seconds = moment.getEpochSecond();
        String digits = value.asText().strip();
        if (!digits.matches("\\d{9,16}")) {
            return TextNode.valueOf(moment.toString());
        }
        long number =
                digits.length() <= 11
                        ? seconds
                        : digits.length() <= 14 ? seconds * 1000 : seconds * MICROS;
        return value.isNumber() ? LongNode.valueOf(number) : TextNode.valueOf("" + number);
    }

    /** The moment that a value says, as far as its notation is known. */
    static Optional<Instant> read(JsonNode value) {
        String text = value.asText().strip();
        if (text.matches("\\d{9,11}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (text.matches("\\d{12,14}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        if (text.matches("\\d{15,16}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text) / 1000));
        }
        return Times.iso(text, ZoneOffset.UTC);
    }
}
