package io.throughline.local.backtest;

import io.throughline.model.Hashes;
import java.util.HashMap;
import java.util.Map;

/**
 * Which line of a history holds for each id: the one with the highest revision, and of equal ones
 * the last. Ids are known by 64 bits of a hash, some 100 bytes an id; of a million ids two are
 * taken for one with a chance of 3 in 100 million.
 */
final class Revisions {

    private final Map<Long, Latest> latest = new HashMap<>();
    private long superseded;
    private long deleted;

    /**
     * Tells of a line.
     *
     * @param items that it brings, one a stage
     * @return whether it holds for now
     */
    boolean tell(String id, long revision, long line, Kind kind, int items) {
        Latest known = latest.get(Hashes.of64(id));
        if (known != null && known.revision() > revision) {
            if (kind == Kind.UPSERT) {
                count(known.kind(), items);
            }
            return false;
        }
        if (known != null && known.kind() == Kind.UPSERT) {
            count(kind, known.items());
        }
        latest.put(Hashes.of64(id), new Latest(revision, line, kind, items));
        return true;
    }

    private void count(Kind standsInstead, int items) {
        switch (standsInstead) {
            case UPSERT -> superseded += items;
            case DELETE -> deleted += items;
        }
    }

    /** Whether it is this line that holds for the id, or nobody has told of the id. */
    boolean holds(String id, long line) {
        Latest known = latest.get(Hashes.of64(id));
        return known == null || known.line() == line;
    }

    /** Lines that another line of the same id stands for. */
    long superseded() {
        return superseded;
    }

    /** Lines that a delete took back. */
    long deleted() {
        return deleted;
    }

    enum Kind {
        UPSERT,
        DELETE
    }

    private record Latest(long revision, long line, Kind kind, int items) {}
}
