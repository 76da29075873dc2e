package io.throughline.local.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came out, held against the truth.
 *
 * @param expected what has to come out
 * @param lost what of that did not: for the polled feed the end of each record, which is all that a
 *     feed of newest versions is sure to show; for the streamed feed every version and every delete
 * @param duplicate what came out more than once: same record, version, operation and content
 * @param wrong what came out and never was in the feed
 */
record Verdict(int expected, int lost, int duplicate, int wrong) {

    /** Nothing was looked at yet. */
    static final Verdict NONE = new Verdict(0, 0, 0, 0);

    /**
     * A feedback after deduplication.
     *
     * @param text empty for a delete
     */
    record Came(String id, long revision, boolean deleted, String text) {}

    /** Of the feed that shows the newest version of each record. */
    static Verdict ofNewest(List<Change> history, List<Came> came) {
        Map<String, Change> ends = new HashMap<>();
        history.forEach(change -> ends.put(change.id(), change));
        Map<String, Came> last = new HashMap<>();
        came.forEach(one -> last.put(one.id(), one));
        int lost = 0;
        for (Change end : ends.values()) {
            Came known = last.get(end.id());
            boolean right =
                    end.deleted()
                            ? known == null || known.deleted()
                            : known != null && known.equals(expected(end));
            lost += right ? 0 : 1;
        }
        return new Verdict(ends.size(), lost, duplicates(came), wrong(history, came));
    }

    /** Of the feed that shows every change. */
    static Verdict ofAll(List<Change> history, List<Came> came) {
        List<Came> due = new ArrayList<>();
        history.forEach(change -> due.add(expected(change)));
        Set<Came> missing = new HashSet<>(due);
        came.forEach(missing::remove);
        return new Verdict(due.size(), missing.size(), duplicates(came), wrong(history, came));
    }

    private static int duplicates(List<Came> came) {
        return came.size() - new HashSet<>(came).size();
    }

    private static int wrong(List<Change> history, List<Came> came) {
        Set<Came> all = new HashSet<>();
        history.forEach(change -> all.add(expected(change)));
        return (int) came.stream().filter(one -> !all.contains(one)).count();
    }

    private static Came expected(Change change) {
        return new Came(
                change.id(),
                change.version(),
                change.deleted(),
                change.deleted() ? "" : change.text());
    }

    Verdict plus(Verdict other) {
        return new Verdict(
                expected + other.expected,
                lost + other.lost,
                duplicate + other.duplicate,
                wrong + other.wrong);
    }

    boolean clean() {
        return lost == 0 && duplicate == 0 && wrong == 0;
    }
}
