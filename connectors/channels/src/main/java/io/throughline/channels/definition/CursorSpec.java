package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * From where a round asks, so that it does not read the whole feed again. Choose the time of the
 * last change for it: a time of creation never shows an edit.
 *
 * @param kind what it is
 * @param field where it is in a record; null for {@link Kind#TOKEN}
 * @param from where it is in a page; null but for {@link Kind#TOKEN}
 * @param param query parameter that takes it; null when {@code ${cursor}} stands in the request or
 *     the server filters nothing
 * @param formats how records write a time, as {@link TimeRule#formats()}
 * @param format how the request writes a time
 * @param zone of times that name none
 * @param granularity of times as the server compares them
 * @param lookback how far before the cursor a round asks, for records that show up late
 * @param order of the feed
 * @param inclusive whether the server's filter includes the value it is given; when it does not, or
 *     nobody knows, a round asks from one granule earlier
 * @param dataFeed whether the server filters nothing; a round over a descending feed then ends with
 *     a page on which everything is older than the cursor
 * @param start where the first round begins: a time, a duration before now, a number or a text;
 *     null for the feed's beginning
 * @param startParam query parameter of {@link #start} as long as there is no cursor; null for
 *     {@link #param}
 */
public record CursorSpec(
        Kind kind,
        Expression field,
        Expression from,
        String param,
        List<String> formats,
        String format,
        String zone,
        Duration granularity,
        Duration lookback,
        Order order,
        boolean inclusive,
        boolean dataFeed,
        String start,
        String startParam)
        implements Serializable {

    /** What a cursor is. */
    public enum Kind {
        DATETIME,
        NUMBER,
        /** A text that the server gives and only the server reads. */
        TOKEN
    }

    /** How a feed is sorted by its cursor. */
    public enum Order {
        /** Oldest first: the cursor moves page by page. */
        ASC,
        /** Newest first: the cursor moves when a round is complete. */
        DESC,
        /** In no order, or nobody knows: the cursor moves when a round is complete. */
        NONE
    }

    public CursorSpec {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(order, "order");
        formats = List.copyOf(formats);
    }

    /** The zone. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
