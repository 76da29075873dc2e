package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ItemStoreTest {

    private static final long DAY = 24 * 60;
    private static final long MORNING = 20_000 * DAY + 480;

    private final ItemStore store = new ItemStore(5);

    @Test
    void anAuthorCountsTwiceADay() {
        for (int i = 0; i < 5; i++) {
            store.apply(item(MORNING + i, i, 77, 0), 1);
        }
        store.apply(item(MORNING + DAY, 9, 77, 0), 1);

        assertThat(store.close(MORNING)).extracting(Item::feedback).containsExactly(0L, 1L);
        assertThat(store.close(MORNING + DAY)).hasSize(1);
    }

    @Test
    void copiesOfATextCountOnceADay() {
        store.apply(item(MORNING, 1, 1, 5), 1);
        store.apply(item(MORNING + 1, 2, 2, 5), 1);
        store.apply(item(MORNING + 10, 3, 3, 5), 1);
        store.apply(item(MORNING + DAY, 4, 4, 5), 1);

        assertThat(store.close(MORNING)).extracting(Item::feedback).containsExactly(1L);
        assertThat(store.close(MORNING + 10)).isEmpty();
        assertThat(store.close(MORNING + DAY)).hasSize(1);
    }

    @Test
    void whatIsUnknownIsNoCopyAndNoAuthor() {
        for (int i = 0; i < 5; i++) {
            store.apply(item(MORNING, i, 0, 0), 1);
        }

        assertThat(store.close(MORNING)).hasSize(5);
        assertThat(store.authors(MORNING, MORNING + 5)).isEqualTo(5);
    }

    @Test
    void somethingCanBeTakenBackBeforeItWasAdded() {
        store.apply(item(MORNING, 1, 1, 0), -1);
        store.apply(item(MORNING, 2, 2, 0), 1);
        store.apply(item(MORNING, 1, 1, 0), 1);

        assertThat(store.close(MORNING)).extracting(Item::feedback).containsExactly(2L);
    }

    @Test
    void anEarlierItemThatComesLateTakesThePlaceOfAnother() {
        store.apply(item(MORNING + 10, 2, 77, 0), 1);
        store.apply(item(MORNING + 20, 3, 77, 0), 1);
        store.close(MORNING + 10);
        store.close(MORNING + 20);

        store.apply(item(MORNING, 1, 77, 0), 1);
        var changed = store.reopen();

        assertThat(changed).containsOnlyKeys(MORNING, MORNING + 20);
        assertThat(changed.get(MORNING).now()).extracting(Item::feedback).containsExactly(1L);
        assertThat(changed.get(MORNING + 20).before()).hasSize(1);
        assertThat(changed.get(MORNING + 20).now()).isEmpty();
    }

    @Test
    void whatIsOlderThanTwoDaysIsSettled() {
        store.apply(item(MORNING, 1, 1, 0), 1);
        store.close(MORNING);
        store.closeTo(MORNING + 4 * DAY);
        store.apply(item(MORNING, 2, 2, 0), 1);

        assertThat(store.hasLate()).isFalse();
        assertThat(store.tooLate()).isEqualTo(1);
        assertThat(store.authors(MORNING, MORNING + 5)).isZero();
    }

    @Test
    void aRestartChangesNothing() throws IOException {
        store.apply(item(MORNING, 1, 77, 0), 1);
        store.apply(item(MORNING + 1, 2, 77, 0), 1);
        store.close(MORNING);
        store.apply(item(MORNING + 2, 3, 77, 0), 1);
        store.apply(item(MORNING + 9, 4, 77, 0), 1);
        ItemStore other = copy(store);

        assertThat(other.reopen()).isEqualTo(store.reopen()).isEmpty();
        assertThat(other.close(MORNING + 5)).isEqualTo(store.close(MORNING + 5)).isEmpty();
    }

    @Test
    void windowsCanChangeTheirLength() {
        store.apply(item(MORNING, 1, 1, 0), 1);
        store.close(MORNING);
        store.closeTo(MORNING + 60);
        store.apply(item(MORNING + 61, 2, 2, 0), 1);
        store.apply(item(MORNING + 75, 3, 3, 0), 1);
        ItemStore hourly = store.withWindow(60);

        assertThat(hourly.nextOpen()).hasValue(MORNING + 60);
        assertThat(hourly.close(MORNING + 60)).hasSize(2);
    }

    private static ItemStore copy(ItemStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.write(new DataOutputStream(out));
        return ItemStore.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
    }

    private static Item item(long minute, long feedback, long author, long text) {
        return new Item(minute, feedback, 0, 0, 1_000_000, author, text);
    }
}
