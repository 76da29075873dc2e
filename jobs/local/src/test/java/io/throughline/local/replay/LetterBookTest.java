package io.throughline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.Topics;
import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.wire.Codecs;
import io.throughline.wire.ReplayMarks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How letters stand after what the topic tells of them, and which a choice takes. */
class LetterBookTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final DeadLetter FIRST = letter("survey", 0, NOON, FailureReason.MISSING_FIELD);
    private static final DeadLetter SECOND =
            letter("survey", 1, NOON.plusSeconds(60), FailureReason.INVALID_FIELD);
    private static final DeadLetter OTHER =
            letter("reviews", 0, NOON.plusSeconds(120), FailureReason.MISSING_FIELD);

    @Test
    void aLetterIsTakenUntilSomethingHasBecomeOfIt() {
        assertThat(taken(FIRST)).containsExactly(FIRST.id());
        assertThat(taken(FIRST, after(FIRST, Replay.Outcome.SUBMITTED))).isEmpty();
        assertThat(
                        taken(
                                FIRST,
                                after(FIRST, Replay.Outcome.SUBMITTED),
                                after(FIRST, Replay.Outcome.TAGGED)))
                .isEmpty();
    }

    @Test
    void whatFailedAgainIsTakenAgainWithTheBytesItCameWithLast() {
        DeadLetter failed =
                FIRST.with(new Replay(NOON.plusSeconds(9), "ana", Replay.Outcome.FAILED));
        LetterBook book = book(FIRST, after(FIRST, Replay.Outcome.SUBMITTED), failed);

        assertThat(book.chosen(LetterChoice.EVERY)).hasSize(1);
        assertThat(book.find(FIRST.id()).orElseThrow().bytes())
                .contains(new LetterBook.Place(0, 2));
    }

    @Test
    void theSameLetterFromNewBytesIsOpenAgain() {
        assertThat(taken(FIRST, after(FIRST, Replay.Outcome.TAGGED), FIRST)).hasSize(1);
    }

    @Test
    void aRecordThatMovedInItsPageIsTakenFromWhereItsNewestBytesSay() {
        DeadLetter moved = SECOND.as(FIRST.id());
        LetterBook book =
                book(
                        FIRST,
                        after(FIRST, Replay.Outcome.SUBMITTED),
                        moved,
                        after(FIRST, Replay.Outcome.TAGGED));

        LetterBook.Entry entry = book.find(FIRST.id()).orElseThrow();
        assertThat(entry.bytes()).contains(new LetterBook.Place(0, 2));
        assertThat(entry.letter().record()).isEqualTo(moved.record());
        assertThat(entry.letter().replay().outcome()).isEqualTo(Replay.Outcome.TAGGED);
        assertThat(entry.open()).isFalse();
    }

    @Test
    void whoAsksForAllGetsThoseThatCameRightToo() {
        LetterChoice all =
                new LetterChoice(
                        List.of(FIRST.id().substring(0, 8)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10,
                        LetterChoice.Among.ALL);
        assertThat(book(FIRST, SECOND, after(FIRST, Replay.Outcome.TAGGED)).chosen(all))
                .extracting(entry -> entry.letter().id())
                .containsExactly(FIRST.id());
    }

    @Test
    void aLetterWhoseBytesAreGoneIsNotTaken() {
        assertThat(taken(after(FIRST, Replay.Outcome.SUBMITTED))).isEmpty();
        assertThat(book(after(FIRST, Replay.Outcome.FAILED)).chosen(LetterChoice.EVERY)).isEmpty();
    }

    @Test
    void aChoiceGoesByChannelReasonTimeAndNumber() {
        LetterBook book = book(OTHER, SECOND, FIRST);
        assertThat(ids(book, choice("survey", null, null, null, 9)))
                .containsExactly(FIRST.id(), SECOND.id());
        assertThat(ids(book, choice("web", null, null, null, 9))).hasSize(3);
        assertThat(ids(book, choice(null, FailureReason.MISSING_FIELD, null, null, 9)))
                .containsExactly(FIRST.id(), OTHER.id());
        assertThat(ids(book, choice(null, null, NOON.plusSeconds(60), NOON.plusSeconds(120), 9)))
                .containsExactly(SECOND.id());
        assertThat(ids(book, choice(null, null, null, null, 1))).containsExactly(FIRST.id());
    }

    @Test
    void lettersOfOneEnvelopeGoWithIt() {
        DeadLetter one = inLog(FIRST);
        DeadLetter two = inLog(SECOND);
        assertThat(Resubmission.envelope(one)).isEqualTo(Resubmission.envelope(two));
        assertThat(Resubmission.envelope(FIRST)).isNotEqualTo(Resubmission.envelope(SECOND));

        Replay replay = new Replay(NOON, "ana", Replay.Outcome.SUBMITTED);
        var writes =
                Resubmission.writes(one, List.of(one.bare().with(replay), two.bare().with(replay)));

        assertThat(writes)
                .extracting("topic")
                .containsExactly(Topics.RAW, Topics.DEAD_LETTER, Topics.DEAD_LETTER);
        RawEnvelope envelope = Codecs.RAW_ENVELOPE.decode(writes.get(0).value());
        assertThat(ReplayMarks.unmarked(envelope)).isEqualTo(one.envelope());
        assertThat(ReplayMarks.letters(envelope)).containsOnlyKeys(0, 1);
        assertThat(Codecs.DEAD_LETTER.decode(writes.get(1).value()).payload()).isEmpty();
    }

    @Test
    void bytesThatWereNoEnvelopeGoBackAsTheyAre() {
        RawEnvelope noise =
                new RawEnvelope(
                        "unknown",
                        NOON,
                        null,
                        null,
                        "kafka:feedback.raw",
                        3,
                        Map.of(),
                        -1,
                        new byte[] {1, 2, 3});
        DeadLetter letter =
                DeadLetter.of(
                        noise,
                        new Provenance(noise.origin(), 3, 0, "feedback.raw", 0, 3, "ab"),
                        FailureReason.MALFORMED,
                        ProcessingStage.PARSE,
                        Channel.OTHER,
                        null,
                        "no record");

        assertThat(Resubmission.writes(letter, List.of(letter)).get(0).value())
                .containsExactly(1, 2, 3);
    }

    private static DeadLetter inLog(DeadLetter letter) {
        return DeadLetter.of(
                letter.envelope(),
                new Provenance("page", 0, letter.record(), "feedback.raw", 1, 7, "ab"),
                letter.reason(),
                letter.stage(),
                letter.channel(),
                null,
                letter.message());
    }

    private static LetterChoice choice(
            String channel, FailureReason reason, Instant since, Instant until, long limit) {
        return new LetterChoice(
                List.of(),
                Optional.ofNullable(channel),
                Optional.ofNullable(reason),
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                limit,
                LetterChoice.Among.OPEN);
    }

    private static List<String> taken(DeadLetter... records) {
        return ids(book(records), LetterChoice.EVERY);
    }

    private static List<String> ids(LetterBook book, LetterChoice choice) {
        return book.chosen(choice).stream().map(entry -> entry.letter().id()).toList();
    }

    private static LetterBook book(DeadLetter... records) {
        List<StoredRecord> stored = new ArrayList<>();
        for (DeadLetter record : records) {
            stored.add(
                    new StoredRecord(
                            Topics.DEAD_LETTER,
                            0,
                            stored.size(),
                            null,
                            Codecs.DEAD_LETTER.encode(record)));
        }
        return LetterBook.of(stored);
    }

    private static DeadLetter after(DeadLetter letter, Replay.Outcome outcome) {
        return letter.bare().with(new Replay(NOON.plusSeconds(9), "ana", outcome));
    }

    private static DeadLetter letter(String source, int record, Instant at, FailureReason reason) {
        return DeadLetter.of(
                new RawEnvelope(
                        source,
                        at,
                        null,
                        null,
                        "page",
                        0,
                        Map.of(),
                        -1,
                        "words".getBytes(StandardCharsets.UTF_8)),
                new Provenance("page", 0, record, null, -1, -1, "ab"),
                reason,
                ProcessingStage.PARSE,
                Channel.WEB,
                null,
                "what is wrong");
    }
}
