package io.throughline.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final History HISTORY = History.of(3, 400);

    @Test
    void aHistoryHasNewRecordsEditsDeletesAndManyEqualTimes() {
        List<Change> changes = HISTORY.changes();
        Map<Object, Long> atATime =
                changes.stream()
                        .collect(Collectors.groupingBy(Change::updated, Collectors.counting()));

        assertThat(changes).hasSize(400);
        assertThat(changes).filteredOn(Change::deleted).hasSizeBetween(20, 90);
        assertThat(changes).filteredOn(c -> c.version() > 1 && !c.deleted()).hasSizeGreaterThan(60);
        assertThat(atATime.values()).anyMatch(count -> count > 6);
        assertThat(History.of(3, 400)).isEqualTo(HISTORY);
        assertThat(History.of(4, 400)).isNotEqualTo(HISTORY);
    }

    @Test
    void nothingHappensToADeletedRecord() {
        List<String> deleted =
                HISTORY.changes().stream().filter(Change::deleted).map(Change::id).toList();

        for (String id : deleted) {
            List<Change> life =
                    HISTORY.changes().stream().filter(change -> change.id().equals(id)).toList();
            assertThat(life.get(life.size() - 1).deleted()).isTrue();
            assertThat(life).filteredOn(Change::deleted).hasSize(1);
        }
    }

    @Test
    void goesOnWithEachLookAndNoFurtherThanItMay() throws InterruptedException {
        Feed feed = new Feed(HISTORY, 1);
        feed.raiseTo(10);
        for (int look = 0; look < 100; look++) {
            feed.newest();
        }

        assertThat(feed.after(0, 1)).hasSize(10);
        assertThat(feed.after(10, 1)).isEmpty();
    }

    @Test
    void showsTheNewestVersionOfEachRecordByTime() {
        Feed feed = new Feed(HISTORY, 1);
        feed.raiseTo(400);
        List<Change> newest = List.of();
        for (int look = 0; look < 1000; look++) {
            newest = feed.newest();
        }

        assertThat(newest).extracting(Change::id).doesNotHaveDuplicates();
        assertThat(newest).isSortedAccordingTo((x, y) -> x.updated().compareTo(y.updated()));
        assertThat(newest)
                .hasSize((int) HISTORY.changes().stream().map(Change::id).distinct().count());
    }
}
