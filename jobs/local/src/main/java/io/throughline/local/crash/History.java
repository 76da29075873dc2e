package io.throughline.local.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that ever happens to a feed: new records, edits and deletes, made from a seed. Up to nine
 * changes in a row have the same time, so most pages end in the middle of such a group.
 *
 * @param changes in the order in which they happen
 */
record History(List<Change> changes) {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final double NEW = 0.6;
    private static final double DELETE = 0.12;
    private static final int LARGEST_GROUP = 9;

    History {
        changes = List.copyOf(changes);
    }

    static History of(long seed, int length) {
        Random random = new Random(seed);
        List<Change> changes = new ArrayList<>();
        List<String> live = new ArrayList<>();
        Map<String, Integer> versions = new HashMap<>();
        Instant time = START;
        int left = 0;
        while (changes.size() < length) {
            if (left == 0) {
                time = time.plusSeconds(1 + random.nextInt(3));
                left = 1 + random.nextInt(LARGEST_GROUP);
            }
            left--;
            boolean create = live.isEmpty() || random.nextDouble() < NEW;
            String id = create ? "r" + versions.size() : live.get(random.nextInt(live.size()));
            boolean delete = !create && random.nextDouble() < DELETE / (1 - NEW);
            if (create) {
                live.add(id);
            } else if (delete) {
                live.remove(id);
            }
            int version = versions.merge(id, 1, Integer::sum);
            changes.add(new Change(changes.size() + 1, id, version, delete, time));
        }
        return new History(changes);
    }
}
