package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SortedHistoryTest {

    private static final long SMALL = 2_000;

    @Test
    void anyOrderOfTheInputIsTheSameHistory() throws IOException {
        List<HistoryItem> items =
                new ArrayList<>(
                        LongStream.range(0, 300)
                                .mapToObj(minute -> Items.item("", minute / 3, (int) minute % 3))
                                .toList());
        List<HistoryItem> sorted = sorted(items, SortedHistory.MOST_BYTES);
        assertThat(sorted).hasSize(300).extracting(HistoryItem::id).doesNotHaveDuplicates();
        assertThat(sorted).isSortedAccordingTo((a, b) -> Long.compare(a.minute(), b.minute()));
        Collections.shuffle(items, new Random(7));
        assertThat(sorted(items, SortedHistory.MOST_BYTES)).isEqualTo(sorted);
        assertThat(sorted(items, SMALL)).isEqualTo(sorted);
    }

    @Test
    void equalItemsOfNobodyAreSeveral() throws IOException {
        HistoryItem item = Items.anonymous(1, 0);
        assertThat(sorted(List.of(item, item), SortedHistory.MOST_BYTES))
                .extracting(HistoryItem::id)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void equalItemsOfAnAuthorAreCopiesOfOne() throws IOException {
        HistoryItem item = Items.item("", 1, 0);
        HistoryItem other = Items.item("", 1, 2);
        assertThat(sorted(List.of(item, other, item), SortedHistory.MOST_BYTES)).hasSize(2);
    }

    @Test
    void whatDoesNotFitIntoMemoryLiesInFilesThatGoAway() throws IOException {
        List<Path> files;
        try (SortedHistory history = new SortedHistory(SMALL)) {
            for (int i = 99; i >= 0; i--) {
                history.add(Items.item("", i, 0));
            }
            files = history.files();
            assertThat(files).hasSizeGreaterThan(3).allMatch(file -> file.toFile().exists());
            assertThat(Items.all(history)).isEqualTo(Items.all(history)).hasSize(100);
            assertThat(history.size()).isEqualTo(100);
        }
        assertThat(files).noneMatch(file -> file.toFile().exists());
    }

    @Test
    void theHighestRevisionOfAnIdHoldsAndOfEqualOnesTheLast() throws IOException {
        try (SortedHistory history = new SortedHistory()) {
            history.add(Items.item("a", 1, 0), 2);
            history.add(Items.item("a", 5, 1), 1);
            history.add(Items.item("b", 2, 0), 1);
            history.add(Items.item("b", 3, 2), 1);
            assertThat(Items.all(history))
                    .extracting(HistoryItem::id, HistoryItem::minute, HistoryItem::label)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("a", at(1), 0),
                            org.assertj.core.groups.Tuple.tuple("b", at(3), 2));
            assertThat(history.size()).isEqualTo(2);
            assertThat(history.superseded()).isEqualTo(2);
        }
    }

    @Test
    void aDeleteTakesBackWhatIsNotNewer() throws IOException {
        try (SortedHistory history = new SortedHistory()) {
            history.add(Items.item("a", 1, 0), 1);
            history.delete("a", 1);
            history.delete("b", 5);
            history.add(Items.item("b", 2, 0), 4);
            history.add(Items.item("c", 3, 0), 2);
            history.delete("c", 1);
            assertThat(Items.all(history)).extracting(HistoryItem::id).containsExactly("c");
            assertThat(history.size()).isEqualTo(1);
            assertThat(history.deleted()).isEqualTo(2);
        }
    }

    private static long at(long minute) {
        return Items.BEGIN.getEpochSecond() / 60 + minute;
    }

    private static List<HistoryItem> sorted(List<HistoryItem> items, long most) throws IOException {
        try (SortedHistory history = new SortedHistory(most)) {
            for (HistoryItem item : items) {
                history.add(item);
            }
            return Items.all(history);
        }
    }
}
