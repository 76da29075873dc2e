package io.throughline.channels.mapping;

import io.throughline.channels.Moments;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.TimeRule;
import io.throughline.channels.expression.Scope;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The revision of a record: a whole number as it is, a time as epoch milliseconds. The two do not
 * mix well within one source, since every time is larger than every version number.
 */
final class Revisions {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,13}");

    private final List<TimeRule> rules;
    private final List<TimeReader> readers = new ArrayList<>();

    Revisions(List<TimeRule> rules) {
        this.rules = rules;
        rules.forEach(rule -> readers.add(new TimeReader(rule.formats(), rule.zoneId())));
    }

    /** The revision of the first rule that finds something; empty when none does. */
    Optional<Long> of(Scope record) {
        for (int i = 0; i < rules.size(); i++) {
            Optional<String> text = rules.get(i).from().text(record).map(String::strip);
            if (text.isPresent()) {
                String name = "revision (" + rules.get(i).from() + ")";
                return Optional.of(of(name, text.get(), readers.get(i), record.envelope()));
            }
        }
        return Optional.empty();
    }

    private static long of(String name, String text, TimeReader reader, RawEnvelope envelope) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number > Feedback.MAX_REVISION) {
                throw RejectedException.invalid(name, "is above " + Feedback.MAX_REVISION);
            }
            return number;
        }
        Instant time =
                reader.read(text)
                        .orElseThrow(
                                () ->
                                        RejectedException.invalid(
                                                name, "is neither a whole number nor a time"));
        return Moments.checked(name, time, envelope).toEpochMilli();
    }
}
