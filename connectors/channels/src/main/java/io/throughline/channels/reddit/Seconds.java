package io.throughline.channels.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Moments;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Times as Reddit writes them: seconds since 1970 in UTC, as a number with {@code .0}. */
final class Seconds {

    private static final TimeReader READER =
            new TimeReader(List.of("epoch-seconds"), ZoneOffset.UTC);

    private Seconds() {}

    /**
     * The time; empty when the field is absent or null.
     *
     * @throws RejectedException when it is no time, or none within reason
     */
    static Optional<Instant> of(JsonNode data, String name, RawEnvelope envelope) {
        JsonNode value = data.path(name);
        if (Fields.absent(value)) {
            return Optional.empty();
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        Instant time =
                READER.read(text)
                        .orElseThrow(
                                () -> RejectedException.invalid(name, "is no number of seconds"));
        return Optional.of(Moments.checked(name, time, envelope));
    }
}
