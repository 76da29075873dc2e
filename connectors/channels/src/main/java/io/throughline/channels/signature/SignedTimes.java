package io.throughline.channels.signature;

import io.throughline.channels.definition.VerifySpec.SignedTime;
import io.throughline.channels.definition.VerifySpec.TimeForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and writes the times that providers sign. */
final class SignedTimes {

    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,14}");

    private SignedTimes() {}

    /** The moment; empty when the text is no time of the form. */
    static Optional<Instant> read(TimeForm form, String text) {
        try {
            return switch (form) {
                case EPOCH_SECONDS -> whole(text).map(Instant::ofEpochSecond);
                case EPOCH_MILLIS -> whole(text).map(Instant::ofEpochMilli);
                case ISO -> Optional.of(OffsetDateTime.parse(text).toInstant());
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(TimeForm form, Instant time) {
        return switch (form) {
            case EPOCH_SECONDS -> Long.toString(time.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(time.toEpochMilli());
            case ISO -> time.truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }

    /** Whether a time is near enough to now, on either side. */
    static boolean fresh(SignedTime spec, Instant time, Instant now) {
        return !time.isBefore(now.minus(spec.tolerance()))
                && !time.isAfter(now.plus(spec.tolerance()));
    }

    private static Optional<Long> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
