package io.throughline.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.crash.Verdict.Came;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant TIME = Instant.parse("2026-03-02T08:00:00Z");

    private static final Change NEW = new Change(1, "r0", 1, false, TIME);
    private static final Change EDIT = new Change(2, "r0", 2, false, TIME);
    private static final Change OTHER = new Change(3, "r1", 1, false, TIME);
    private static final Change DELETE = new Change(4, "r1", 2, true, TIME);
    private static final List<Change> HISTORY = List.of(NEW, EDIT, OTHER, DELETE);

    @Test
    void allThatHappenedCameOnce() {
        List<Came> came = List.of(came(NEW), came(EDIT), came(OTHER), came(DELETE));

        assertThat(Verdict.ofAll(HISTORY, came)).isEqualTo(new Verdict(4, 0, 0, 0, List.of()));
        assertThat(Verdict.ofNewest(HISTORY, came)).isEqualTo(new Verdict(2, 0, 0, 0, List.of()));
    }

    @Test
    void aFeedOfNewestVersionsMayHideWhatCameBetween() {
        List<Came> came = List.of(came(EDIT));

        assertThat(Verdict.ofNewest(HISTORY, came).lost()).isZero();
        assertThat(Verdict.ofAll(HISTORY, came).lost()).isEqualTo(3);
    }

    @Test
    void anEditThatDidNotComeIsLost() {
        assertThat(Verdict.ofNewest(HISTORY, List.of(came(NEW))).lost()).isEqualTo(1);
    }

    @Test
    void aDeleteThatDidNotComeIsLost() {
        assertThat(Verdict.ofNewest(HISTORY, List.of(came(EDIT), came(OTHER))).lost()).isEqualTo(1);
    }

    @Test
    void anEditOvertakenByItsPredecessorIsLost() {
        assertThat(Verdict.ofNewest(HISTORY, List.of(came(EDIT), came(NEW))).lost()).isEqualTo(1);
    }

    @Test
    void whatCameTwiceIsADuplicate() {
        List<Came> came = List.of(came(NEW), came(EDIT), came(EDIT), came(OTHER), came(DELETE));

        assertThat(Verdict.ofAll(HISTORY, came))
                .isEqualTo(new Verdict(4, 0, 1, 0, List.of("twice " + came(EDIT))));
    }

    @Test
    void whatNeverWasIsWrong() {
        Came invented = new Came("r0", 3, false, "Nobody said that");

        assertThat(Verdict.ofNewest(HISTORY, List.of(came(EDIT), invented)).wrong()).isEqualTo(1);
    }

    private static Came came(Change change) {
        return new Came(
                change.id(),
                change.version(),
                change.deleted(),
                change.deleted() ? "" : change.text());
    }
}
