package io.throughline.local.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came out, held against the truth.
 *
 * @param expected what has to come out
 * @param lost what of that did not: for the polled feed the end of each record, which is all that a
 *     feed of newest versions is sure to show; for the streamed feed every version and every delete
 * @param duplicate what came out more than once: same record, version, operation and content
 * @param wrong what came out and never was in the feed
 * @param examples of what was lost or came twice, some of them
 */
record Verdict(int expected, int lost, int duplicate, int wrong, List<String> examples) {

    /** Nothing was looked at yet. */
    static final Verdict NONE = new Verdict(0, 0, 0, 0, List.of());

    private static final int MOST_EXAMPLES = 10;

    Verdict {
        examples = examples.stream().limit(MOST_EXAMPLES).toList();
    }

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
        List<String> lost = new ArrayList<>();
        for (Change end : ends.values()) {
            Came known = last.get(end.id());
            boolean right =
                    end.deleted()
                            ? known == null || known.deleted()
                            : known != null && known.equals(expected(end));
            if (!right) {
                lost.add("lost " + end + ", last came " + known);
            }
        }
        return verdict(ends.size(), lost, history, came);
    }

    /** Of the feed that shows every change. */
    static Verdict ofAll(List<Change> history, List<Came> came) {
        List<Came> due = new ArrayList<>();
        history.forEach(change -> due.add(expected(change)));
        Set<Came> missing = new HashSet<>(due);
        came.forEach(missing::remove);
        return verdict(
                due.size(), missing.stream().map(one -> "lost " + one).toList(), history, came);
    }

    private static Verdict verdict(
            int expected, List<String> lost, List<Change> history, List<Came> came) {
        Set<Came> once = new HashSet<>();
        List<String> twice =
                came.stream().filter(one -> !once.add(one)).map(one -> "twice " + one).toList();
        List<String> examples = new ArrayList<>(lost);
        examples.addAll(twice);
        return new Verdict(expected, lost.size(), twice.size(), wrong(history, came), examples);
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
                wrong + other.wrong,
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }
}
