package io.throughline.fetch.http;

import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What to poll, how often, and how to tell that there is no more.
 *
 * @param source channel id
 * @param firstPage number of the first page
 * @param pages how many pages there can be
 * @param stopAfterEmpty how many empty pages in a row end a pass; a single empty page in the middle
 *     of a feed is no end
 * @param empty whether a page holds no record
 * @param interval time from the end of one pass to the start of the next
 * @param spacing shortest time between two requests
 * @param timeout longest time for one request with its body
 * @param patience how long a bounded pass puts up with a server that does not give a page
 */
public record PollPlan(
        String source,
        RequestTemplate request,
        int firstPage,
        int pages,
        int stopAfterEmpty,
        Predicate<RawEnvelope> empty,
        Duration interval,
        Duration spacing,
        Duration timeout,
        Duration patience) {

    public PollPlan {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(empty, "empty");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(spacing, "spacing");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(patience, "patience");
        if (pages < 1 || stopAfterEmpty < 1) {
            throw new IllegalArgumentException(source + ": at least one page is due");
        }
    }

    int lastPage() {
        return firstPage + pages - 1;
    }
}
