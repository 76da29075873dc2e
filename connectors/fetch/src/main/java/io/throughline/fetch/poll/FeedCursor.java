package io.throughline.fetch.poll;

import io.throughline.channels.definition.CursorSpec;
import io.throughline.fetch.CursorChange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From where a round asks, and how that moves with what was handed over.
 *
 * <p>Its entries in the cursor: {@code since} is safe to ask from; {@code pending} will be, once
 * another round has shown that nothing was missed; {@code round.begun}, {@code round.asked} and
 * {@code round.newest} are of the round under way, and there only while its place is kept as well.
 */
interface FeedCursor {

    /** Asks for everything, round after round. */
    FeedCursor NONE = new FeedCursor() {};

    /** Begins a round. */
    default void begin() {}

    /**
     * Says in a request from where it asks, as a reference and as a query parameter, unless the
     * place within the round is said in that already.
     */
    default void ask(Map<String, String> references, Map<String, String> params) {
        references.put("cursor", "");
    }

    /**
     * Takes a page that is handed over.
     *
     * @param lasting whether the place within the round is kept, and so must be what belongs to it
     */
    default List<CursorChange> page(PageContent page, Lasting lasting) {
        return List.of();
    }

    /** Whether the place within a round is kept over a restart. */
    enum Lasting {
        KEPT,
        NOT_KEPT
    }

    /** Whether nothing from this page on can be new. */
    default boolean allOlder(PageContent page) {
        return false;
    }

    /** Asks from where the round has got to instead, when that is later than what it asks from. */
    default boolean advance() {
        return false;
    }

    /**
     * Whether what changes while a round reads shows up where it is still to be read, or is newer
     * than all that the round reads. In a feed in no order an edit can be missed on a page that was
     * read already, and a later one be seen on a page that was not.
     */
    default boolean ordered() {
        return true;
    }

    /** Tells that a record may have been missed before the next page. */
    default void doubt() {}

    /** How far the newest record that was handed over is behind the present; of times only. */
    default Optional<Duration> lag() {
        return Optional.empty();
    }

    /** Ends a round in which all pages were handed over. */
    default List<CursorChange> complete(Certainty certainty) {
        return List.of();
    }

    /** Whether a round can have missed a record. */
    enum Certainty {
        SURE,
        UNSURE
    }

    /**
     * The cursor of a channel.
     *
     * @param spec null when there is none
     * @param stored the entries of a cursor
     * @param values of references by their full names
     * @throws IllegalArgumentException when {@code start} cannot be read
     */
    static FeedCursor of(
            CursorSpec spec, Map<String, String> stored, Map<String, String> values, Clock clock) {
        if (spec == null) {
            return NONE;
        }
        return spec.kind() == CursorSpec.Kind.TOKEN
                ? new TokenCursor(spec, stored, values)
                : new ValueCursor(spec, CursorValues.of(spec, values, clock), stored, clock);
    }
}
