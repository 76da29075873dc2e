package io.throughline.domain.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Provenance;
import io.throughline.model.Role;
import io.throughline.model.Tally;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void theFirstRevisionIsLive() {
        Feedback first = upsert(1, "bad").build();

        Decision decision = Deduplicator.decide(null, first);

        assertThat(decision.emit()).isEqualTo(first);
        assertThat(decision.firstOccurredAt()).isEqualTo(first.occurredAt());
        assertThat(decision.change()).isEqualTo(change(1, 0, 0, 0));
    }

    @Test
    void theSameContentAgainIsADuplicateWheneverAndWhereverItIsSeen() {
        Known known = known(upsert(1, "bad").build());
        Feedback again =
                upsert(1, "bad")
                        .observedAt(NOON.plusSeconds(60))
                        .provenance(new Provenance("elsewhere", 7, 0, "t", 1, 2, "ab"))
                        .build();

        Decision decision = Deduplicator.decide(known, again);

        assertThat(decision.emit()).isNull();
        assertThat(decision.change()).isEqualTo(change(0, 1, 0, 0));
        assertThat(decision.next().observedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aHigherRevisionReplacesTheLiveOneAndKeepsTheFirstTime() {
        Known known = known(upsert(1, "bad").build());
        Feedback edit = upsert(2, "good").occurredAt(NOON.plusSeconds(9)).build();

        Decision decision = Deduplicator.decide(known, edit);

        assertThat(decision.emit()).isEqualTo(edit);
        assertThat(decision.firstOccurredAt()).isEqualTo(NOON.minusSeconds(3600));
        assertThat(decision.change()).isEqualTo(change(0, 0, 1, 0));
    }

    @Test
    void otherContentOfTheSameRevisionAndItsDeleteAreEachNewer() {
        Known first = known(upsert(1, "bad").build());
        Feedback other = upsert(1, "worse").observedAt(NOON.plusSeconds(60)).build();
        Known second = Deduplicator.decide(first, other).next();
        Known deleted = Deduplicator.decide(second, other.asDelete()).next();
        Known edited = Deduplicator.decide(first, upsert(2, "good").build()).next();

        assertThat(first.sequence()).isZero();
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(deleted.sequence()).isEqualTo(2);
        assertThat(edited.sequence()).isZero();
    }

    @Test
    void ofTwoRowsOfOneFileTheLaterOneStandsWhateverTheOrderOfArrival() {
        Feedback first = upsert(1, "bad").provenance(at(100)).build();
        Feedback second = upsert(1, "worse").provenance(at(200)).build();

        assertThat(Deduplicator.decide(known(first), second).emit()).isEqualTo(second);
        assertThat(Deduplicator.decide(known(second), first).emit()).isNull();
    }

    private static Provenance at(long position) {
        return new Provenance("rows.csv", position, 0, null, -1, -1, "ab");
    }

    @Test
    void aLowerRevisionIsStale() {
        Known known = known(upsert(2, "good").build());

        Decision decision = Deduplicator.decide(known, upsert(1, "bad").build());

        assertThat(decision.emit()).isNull();
        assertThat(decision.next()).isEqualTo(known);
        assertThat(decision.change()).isEqualTo(change(0, 0, 1, 0));
    }

    @Test
    void inTheSameRevisionTheLaterObservedContentWins() {
        Feedback earlier = upsert(1, "a").build();
        Feedback later = upsert(1, "b").observedAt(NOON.plusSeconds(1)).build();

        assertThat(Deduplicator.decide(known(earlier), later).emit()).isEqualTo(later);
        assertThat(Deduplicator.decide(known(later), earlier).emit()).isNull();
        assertThat(Deduplicator.decide(known(later), earlier).change())
                .isEqualTo(change(0, 0, 1, 0));
    }

    @Test
    void observedAtTheSameTimeOneOfTwoContentsWinsInEitherOrder() {
        Feedback one = upsert(1, "a").build();
        Feedback other = upsert(1, "b").build();

        Known oneFirst = Deduplicator.decide(known(one), other).next();
        Known otherFirst = Deduplicator.decide(known(other), one).next();

        assertThat(oneFirst.contentHash()).isEqualTo(otherFirst.contentHash());
    }

    @Test
    void aDeleteOfALiveOneCarriesNothingACustomerSaid() {
        Feedback live =
                upsert(1, "bad")
                        .author(new Author("hmac:1", Role.CUSTOMER))
                        .extra("k", "v")
                        .url("https://example.com/1")
                        .build();
        Feedback delete = delete(1).text("why").extra("k", "v").touchpoint("app").build();

        Decision decision = Deduplicator.decide(known(live), delete);

        Feedback bare = delete(1).build();
        assertThat(decision.emit()).isEqualTo(bare);
        assertThat(decision.firstOccurredAt()).isEqualTo(live.occurredAt());
        assertThat(decision.change()).isEqualTo(change(-1, 0, 1, 1));
    }

    @Test
    void aDeleteOfAnUnknownOneIsRememberedAndCounted() {
        Decision decision = Deduplicator.decide(null, delete(3).build());

        assertThat(decision.emit()).isNull();
        assertThat(decision.change()).isEqualTo(change(0, 0, 0, 1));
        assertThat(Deduplicator.decide(decision.next(), upsert(3, "late").build()).emit()).isNull();
    }

    @Test
    void aRepeatedDeleteIsADuplicate() {
        Known deleted = known(delete(3).build());

        Decision decision = Deduplicator.decide(deleted, delete(3).build());

        assertThat(decision.emit()).isNull();
        assertThat(decision.change()).isEqualTo(change(0, 1, 0, 0));
    }

    @Test
    void aDeleteOlderThanTheLiveRevisionIsCountedAndChangesNothing() {
        Known live = known(upsert(5, "back").build());

        Decision decision = Deduplicator.decide(live, delete(3).build());

        assertThat(decision.emit()).isNull();
        assertThat(decision.next()).isEqualTo(live);
        assertThat(decision.change()).isEqualTo(change(0, 0, 0, 1));
    }

    @Test
    void afterADeleteOnlyAHigherRevisionLivesAgain() {
        Known deleted =
                Deduplicator.decide(known(upsert(1, "bad").build()), delete(2).build()).next();
        Feedback back = upsert(3, "back").build();

        Decision stale = Deduplicator.decide(deleted, upsert(2, "stale").build());
        Decision alive = Deduplicator.decide(stale.next(), back);

        assertThat(stale.emit()).isNull();
        assertThat(stale.change()).isEqualTo(change(0, 0, 1, 0));
        assertThat(alive.emit()).isEqualTo(back);
        assertThat(alive.change()).isEqualTo(change(1, 0, 0, 0));
        assertThat(alive.firstOccurredAt()).isEqualTo(NOON.minusSeconds(3600));
    }

    @Test
    void afterADeleteOfTheHighestRevisionNothingLivesAgain() {
        Known deleted = known(delete(Feedback.MAX_REVISION).build());

        assertThat(Deduplicator.decide(deleted, upsert(Feedback.MAX_REVISION, "x").build()).emit())
                .isNull();
    }

    @Test
    void aFirstObservedTimeIsKeptByEveryLaterRevisionAndIsNoContent() {
        Feedback first = observed(1, "bad", NOON);
        Feedback again = observed(1, "bad", NOON.plusSeconds(60));
        Feedback edit = observed(2, "good", NOON.plusSeconds(120));

        Decision duplicate = Deduplicator.decide(known(first), again);
        Decision edited = Deduplicator.decide(duplicate.next(), edit);

        assertThat(duplicate.change()).isEqualTo(change(0, 1, 0, 0));
        assertThat(edited.emit().occurredAt()).isEqualTo(NOON);
        assertThat(edited.emit().text()).isEqualTo("good");
    }

    private static Known known(Feedback feedback) {
        return Deduplicator.decide(null, feedback).next();
    }

    private static Tally change(long tagged, long duplicates, long superseded, long deleted) {
        return new Tally("mobile", 0, tagged, duplicates, superseded, deleted, 0, 0);
    }

    private static FeedbackBuilder upsert(long revision, String text) {
        return new FeedbackBuilder(Channel.MOBILE, "app-store", "1")
                .revision(revision)
                .text(text)
                .occurredAt(NOON.minusSeconds(3600))
                .observedAt(NOON);
    }

    private static FeedbackBuilder delete(long revision) {
        return new FeedbackBuilder(Channel.MOBILE, "app-store", "1")
                .revision(revision)
                .operation(Operation.DELETE)
                .occurredAt(NOON)
                .observedAt(NOON);
    }

    private static Feedback observed(long revision, String text, Instant at) {
        return upsert(revision, text)
                .occurredAt(at)
                .observedAt(at)
                .extra(Feedback.OCCURRED_AT_SOURCE, "observed")
                .build();
    }
}
