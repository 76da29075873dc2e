package io.throughline.channels.generic;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Moments;
import io.throughline.channels.RejectedException;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Times of senders nobody knows: ISO 8601, or a number since 1970 whose length tells its unit: up
 * to 11 digits are seconds, up to 14 milliseconds, more are microseconds. Without a zone it is UTC.
 */
final class GenericTimes {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,17})(\\.\\d{1,9})?");
    private static final TimeReader ISO = new TimeReader(List.of("iso"), ZoneOffset.UTC);
    private static final TimeReader SECONDS = of("epoch-seconds");
    private static final TimeReader MILLIS = of("epoch-millis");
    private static final TimeReader MICROS = of("epoch-micros");
    private static final int SECOND_DIGITS = 11;
    private static final int MILLI_DIGITS = 14;

    private GenericTimes() {}

    private static TimeReader of(String format) {
        return new TimeReader(List.of(format), ZoneOffset.UTC);
    }

    /**
     * @throws RejectedException {@code INVALID_FIELD} when it is no time, or none within reason
     */
    static Instant read(String name, JsonNode value, RawEnvelope envelope) {
        if (!value.isTextual() && !value.isNumber()) {
            throw RejectedException.invalid(name, "is no time");
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        return Moments.checked(
                name,
                readerOf(text.strip())
                        .read(text.strip())
                        .orElseThrow(() -> RejectedException.invalid(name, "is no time")),
                envelope);
    }

    private static TimeReader readerOf(String text) {
        var matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return ISO;
        }
        int digits = matcher.group(1).length();
        return digits <= SECOND_DIGITS ? SECONDS : digits <= MILLI_DIGITS ? MILLIS : MICROS;
    }
}
