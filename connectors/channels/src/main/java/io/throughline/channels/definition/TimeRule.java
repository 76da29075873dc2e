package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * Where a time is and how it is written.
 *
 * @param from the value
 * @param formats tried in order: {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, {@code
 *     epoch-micros}, {@code epoch-nanos}, or a pattern of {@link
 *     java.time.format.DateTimeFormatter}
 * @param zone of times that name none, e.g. {@code America/Los_Angeles}
 */
public record TimeRule(Expression from, List<String> formats, String zone) implements Serializable {

    public TimeRule {
        formats = List.copyOf(formats);
    }

    /** The zone. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
