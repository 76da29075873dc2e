package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether another sentiment model, or another version of the map, moves what is found.
 *
 * <p>A change alone is no fault: a model that learns is replaced often. It is one when what is
 * found differs between the last day of the old and the first {@value #ENOUGH} of the new by
 * {@value #JUMP} of the whole and {@value #DEVIATIONS} standard deviations. And it is one for a day
 * at most: a drop that is there all the same will be told then.
 */
final class OriginChange {

    private static final int ENOUGH = 20;
    private static final double JUMP = 0.08;
    private static final double DEVIATIONS = 3;
    private static final double HALF_LIFE = Duration.ofDays(1).toMinutes();
    private static final long BEFORE = Duration.ofHours(1).toMinutes();
    private static final long AFTER = Duration.ofDays(1).toMinutes();

    private String current;
    private String next;
    private long since;
    private long minute;
    private final TreeMap<String, Double> before = new TreeMap<>();
    private final TreeMap<String, Double> after = new TreeMap<>();

    /**
     * A change that moves what is found.
     *
     * @param from minute in which feedback is in doubt first
     * @param until minute from which it is not any more
     * @param what moved most
     * @param was its share before
     * @param is its share now
     */
    record Jump(
            String old, String now, long from, long until, String what, double was, double is) {}

    /**
     * Some minutes more.
     *
     * @param found of each origin, what was found how often
     */
    Optional<Jump> next(long start, Map<String, TreeMap<String, Integer>> found) {
        String most = null;
        int greatest = 0;
        for (Map.Entry<String, TreeMap<String, Integer>> origin : found.entrySet()) {
            int count = origin.getValue().values().stream().mapToInt(Integer::intValue).sum();
            if (count > greatest) {
                greatest = count;
                most = origin.getKey();
            }
        }
        if (most == null) {
            return Optional.empty();
        }
        if (current == null) {
            current = most;
        }
        if (most.equals(current)) {
            next = null;
            after.clear();
        } else if (!most.equals(next)) {
            next = most;
            since = start;
            after.clear();
        }
        fade(start);
        add(before, found.get(current));
        if (next == null) {
            return Optional.empty();
        }
        add(after, found.get(next));
        boolean enough = sum(after) >= ENOUGH;
        if (!enough && start - since < AFTER) {
            return Optional.empty();
        }
        Optional<Jump> jump = enough ? jump() : Optional.empty();
        current = next;
        next = null;
        before.clear();
        before.putAll(after);
        after.clear();
        return jump;
    }

    private Optional<Jump> jump() {
        double old = sum(before);
        double now = sum(after);
        if (old < ENOUGH) {
            return Optional.empty();
        }
        String greatest = null;
        double most = 0;
        for (String what : union()) {
            double was = before.getOrDefault(what, 0.0) / old;
            double is = after.getOrDefault(what, 0.0) / now;
            double pooled = (was * old + is * now) / (old + now);
            double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / old + 1 / now));
            double difference = Math.abs(is - was);
            if (difference >= JUMP && difference > DEVIATIONS * deviation && difference > most) {
                most = difference;
                greatest = what;
            }
        }
        return greatest == null
                ? Optional.empty()
                : Optional.of(
                        new Jump(
                                current,
                                next,
                                since - BEFORE,
                                since + AFTER,
                                greatest,
                                before.getOrDefault(greatest, 0.0) / old,
                                after.getOrDefault(greatest, 0.0) / now));
    }

    private Iterable<String> union() {
        TreeMap<String, Double> both = new TreeMap<>(before);
        both.putAll(after);
        return both.keySet();
    }

    private void fade(long start) {
        double kept = minute == 0 ? 1 : Math.pow(2, -(start - minute) / HALF_LIFE);
        minute = start;
        before.replaceAll((what, count) -> count * kept);
        before.values().removeIf(count -> count < 1e-6);
    }

    private static void add(TreeMap<String, Double> to, Map<String, Integer> counts) {
        if (counts != null) {
            counts.forEach((what, count) -> to.merge(what, (double) count, Double::sum));
        }
    }

    private static double sum(TreeMap<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    void write(DataOutput out) throws IOException {
        Bytes.text(out, current);
        Bytes.text(out, next);
        out.writeLong(since);
        out.writeLong(minute);
        Counts.writeDoubles(out, before);
        Counts.writeDoubles(out, after);
    }

    static OriginChange read(DataInput in) throws IOException {
        OriginChange read = new OriginChange();
        read.current = Bytes.text(in);
        read.next = Bytes.text(in);
        read.since = in.readLong();
        read.minute = in.readLong();
        read.before.putAll(Counts.readDoubles(in));
        read.after.putAll(Counts.readDoubles(in));
        return read;
    }
}
