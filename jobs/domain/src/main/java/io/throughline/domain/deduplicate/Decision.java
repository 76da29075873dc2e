package io.throughline.domain.deduplicate;

import io.throughline.model.Feedback;
import io.throughline.model.Tally;
import java.time.Instant;
import java.util.Objects;

/**
 * What becomes of an incoming record.
 *
 * @param next what to remember of the id from now on
 * @param emit what goes on down the pipeline; null when nothing does
 * @param firstOccurredAt occurredAt of the first revision that was live; null only when nothing is
 *     emitted and nothing ever was
 * @param change of the channel's tally; {@code received} is counted where records are split from
 *     their envelope and is 0 here
 */
public record Decision(Known next, Feedback emit, Instant firstOccurredAt, Tally change) {

    public Decision {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(change, "change");
    }
}
