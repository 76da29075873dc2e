package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.ProcessingStage;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.WordSentiment;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import io.throughline.wire.ReplayMarks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters that come again after something was mended: parse, deduplicate and tag together. */
class ReplayTest {

    private static final Instant LATER = Samples.NOON.plusSeconds(3600);

    /** Where the time is found, mended. */
    private static final ChannelDefinition MENDED = definition("$.at", "TEST");

    /** The same when it was wrong. */
    private static final ChannelDefinition BROKEN = definition("$.ta", "OTHER");

    private final List<byte[]> log = new ArrayList<>();
    private Tally counts = Tally.none("email");
    private OneInputStreamOperatorTestHarness<RawRecord, Feedback> parse;
    private KeyedOneInputStreamOperatorTestHarness<String, Feedback, TaggedFeedback> deduplicate;
    private TagHarness tag;
    private final Map<String, TaggedFeedback> index = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        open(BROKEN, null, null, "");
    }

    private void open(
            ChannelDefinition lines,
            OperatorSubtaskState known,
            OperatorSubtaskState failed,
            String suffix)
            throws Exception {
        parse =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new ParseFunction(
                                new ChannelSettings(
                                        List.of(lines),
                                        new AuthorKeys("s".getBytes(StandardCharsets.UTF_8)))));
        deduplicate =
                Harnesses.keyed(DeduplicateStage::append, WireKind.FEEDBACK_TYPE, Types.STRING);
        if (known != null) {
            deduplicate.initializeState(known);
        }
        deduplicate.open();
        List<byte[]> kept = log;
        OriginalsInMemory.LOGS.put("replay" + suffix, kept);
        tag =
                TagHarness.open(
                        Samples.tagging(),
                        new OriginalsInMemory("replay" + suffix),
                        MemoryLog.of("replay"),
                        failed);
    }

    @AfterEach
    void close() throws Exception {
        parse.close();
        deduplicate.close();
        tag.close();
        WordSentiment.cure(false);
    }

    private void mend() throws Exception {
        OperatorSubtaskState known = deduplicate.snapshot(1, 1);
        OperatorSubtaskState failed = tag.snapshot();
        close();
        open(MENDED, known, failed, "-mended");
    }

    @Test
    void aRecordThatTheMendedMappingTakesIsTaggedAndItsLetterSaysSo() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "order"))));
        assertThat(letter.reason()).isEqualTo(FailureReason.MISSING_FIELD);

        mend();
        DeadLetter end = only(replay(letter));

        assertThat(end.id()).isEqualTo(letter.id());
        assertThat(end.replay()).isEqualTo(new Replay(LATER, "ana", Replay.Outcome.TAGGED));
        assertThat(end.message()).isEqualTo(letter.message());
        assertThat(end.feedbackId()).isEqualTo("email:lines:1");
        assertThat(end.payload()).isEmpty();
        assertThat(index).containsOnlyKeys("email:lines:1");
        assertThat(index.get("email:lines:1").feedback().provenance().replayOf()).isNull();
        assertThat(counts).isEqualTo(new Tally("email", 2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void whatFailsAgainIsTheSameLetterWithItsBytes() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "order"))));
        DeadLetter again = only(replay(letter));

        assertThat(again.id()).isEqualTo(letter.id());
        assertThat(again.payload()).isEqualTo(letter.payload());
        assertThat(again.headers()).isEqualTo(letter.headers());
        assertThat(again.provenance().sha256()).isEqualTo(letter.provenance().sha256());
        assertThat(again.provenance().origin()).isEqualTo(letter.provenance().origin());
        assertThat(again.replay().outcome()).isEqualTo(Replay.Outcome.FAILED);
        assertThat(counts).isEqualTo(new Tally("email", 2, 0, 0, 0, 0, 0, 2));

        mend();
        assertThat(only(replay(again)).replay().outcome()).isEqualTo(Replay.Outcome.TAGGED);
    }

    @Test
    void whatFailsInALaterStepThanBeforeIsTheSameLetter() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "order " + WordSentiment.POISON))));
        assertThat(letter.stage()).isEqualTo(ProcessingStage.PARSE);
        mend();
        DeadLetter again = only(replay(letter));

        assertThat(again.stage()).isEqualTo(ProcessingStage.TAG);
        assertThat(again.id()).isEqualTo(letter.id());
    }

    @Test
    void aSecondReplayOfTheSameIsADuplicateAndChangesNothing() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "order"))));
        mend();
        feedReplay(letter);
        Map<String, TaggedFeedback> before = Map.copyOf(index);

        assertThat(only(replay(letter)).replay().outcome()).isEqualTo(Replay.Outcome.DUPLICATE);
        assertThat(index).isEqualTo(before);
        assertThat(counts).isEqualTo(new Tally("email", 3, 1, 1, 0, 0, 0, 1));
    }

    @Test
    void onlyTheRecordThatFailedIsTakenFromItsEnvelope() throws Exception {
        String good = line("1", "order").replace("\"at\"", "\"ta\"");
        List<DeadLetter> letters = feed(envelope(good + "\n" + line("2", "delivery")));
        assertThat(only(letters).record()).isEqualTo(1);
        assertThat(only(letters).records()).isEqualTo(2);

        mend();
        assertThat(only(replay(only(letters))).feedbackId()).isEqualTo("email:lines:2");
        assertThat(counts).isEqualTo(new Tally("email", 3, 2, 0, 0, 0, 0, 1));
    }

    @Test
    void anEnvelopeThatIsSplitOtherwiseNowIsTakenWhole() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "order")))).bare().ofRecords(7);
        mend();
        DeadLetter other = whole(letter, line("1", "order") + "\n" + line("2", "delivery"));
        replay(other);
        assertThat(index).containsOnlyKeys("email:lines:1", "email:lines:2");
    }

    @Test
    void aTaggerThatIsMendedTagsWhatTheDeduplicatorKnows() throws Exception {
        mend();
        DeadLetter letter = only(feed(envelope(line("1", "order " + WordSentiment.POISON))));
        assertThat(letter.stage()).isEqualTo(ProcessingStage.TAG);
        assertThat(index).isEmpty();
        assertThat(only(replay(letter)).replay().outcome()).isEqualTo(Replay.Outcome.FAILED);
        assertThat(index).isEmpty();

        WordSentiment.cure(true);
        DeadLetter end = only(replay(letter));

        assertThat(end.replay().outcome()).isEqualTo(Replay.Outcome.TAGGED);
        assertThat(index).containsOnlyKeys("email:lines:1");
        assertThat(counts).isEqualTo(new Tally("email", 3, 1, 0, 0, 0, 0, 2));
    }

    @Test
    void aReplayBehindALaterRevisionIsSuperseded() throws Exception {
        mend();
        DeadLetter letter = only(feed(envelope(line("1", 1, "order " + WordSentiment.POISON))));
        assertThat(feed(envelope(line("1", 2, "order")))).isEmpty();
        WordSentiment.cure(true);

        assertThat(only(replay(letter)).replay().outcome()).isEqualTo(Replay.Outcome.SUPERSEDED);
        assertThat(index.get("email:lines:1").feedback().revision()).isEqualTo(2);
        assertThat(counts).isEqualTo(new Tally("email", 3, 1, 0, 1, 0, 0, 1));
    }

    @Test
    void aLetterWhoseBytesWereKeptNoLongerIsReplayedFromItsCanonicalForm() throws Exception {
        mend();
        OriginalsInMemory.LOGS.put("replay-mended", List.of());
        DeadLetter letter = only(feed(envelope(line("1", "order " + WordSentiment.POISON))));
        assertThat(letter.headers()).containsEntry("form", "canonical-avro");
        assertThat(only(replay(letter)).id()).isEqualTo(letter.id());
        WordSentiment.cure(true);

        DeadLetter end = only(replay(letter));

        assertThat(end.id()).isEqualTo(letter.id());
        assertThat(end.replay().outcome()).isEqualTo(Replay.Outcome.TAGGED);
        assertThat(index).containsOnlyKeys("email:lines:1");
    }

    @Test
    void whatTheMendedChannelLeavesOutIsFiltered() throws Exception {
        DeadLetter letter = only(feed(envelope(line("1", "TEST"))));
        mend();
        assertThat(only(replay(letter)).replay().outcome()).isEqualTo(Replay.Outcome.FILTERED);
        assertThat(counts).isEqualTo(new Tally("email", 2, 0, 0, 0, 0, 1, 1));
    }

    private static DeadLetter whole(DeadLetter letter, String payload) {
        RawEnvelope envelope = envelope(payload);
        return DeadLetter.of(
                        envelope,
                        letter.provenance(),
                        letter.reason(),
                        letter.stage(),
                        letter.channel(),
                        null,
                        letter.message())
                .ofRecords(letter.records());
    }

    private void feedReplay(DeadLetter letter) throws Exception {
        assertThat(replay(letter)).isNotEmpty();
    }

    private List<DeadLetter> replay(DeadLetter letter) throws Exception {
        DeadLetter submitted = letter.with(new Replay(LATER, "ana", Replay.Outcome.SUBMITTED));
        return feed(ReplayMarks.mark(letter.envelope(), List.of(submitted)));
    }

    /** Feeds an envelope, keeps the index as Elasticsearch would, and checks the balance. */
    private List<DeadLetter> feed(RawEnvelope envelope) throws Exception {
        byte[] value = Codecs.RAW_ENVELOPE.encode(envelope);
        log.add(value);
        parse.processElement(
                new StreamRecord<>(
                        new RawRecord(
                                value,
                                "feedback.raw",
                                0,
                                log.size() - 1,
                                Samples.NOON.toEpochMilli())));
        for (Feedback feedback : Harnesses.drain(parse)) {
            deduplicate.processElement(new StreamRecord<>(feedback));
            for (TaggedFeedback unique : Harnesses.drain(deduplicate)) {
                tag.feedback(unique).forEach(this::write);
            }
        }
        List<DeadLetter> letters = new ArrayList<>();
        letters.addAll(Harnesses.drain(parse, SideOutputs.DEAD_LETTERS));
        letters.addAll(Harnesses.drain(deduplicate, SideOutputs.DEAD_LETTERS));
        letters.addAll(tag.side(SideOutputs.DEAD_LETTERS));
        Harnesses.drain(parse, SideOutputs.TALLIES).forEach(this::count);
        Harnesses.drain(deduplicate, SideOutputs.TALLIES).forEach(this::count);
        tag.side(SideOutputs.TALLIES).forEach(this::count);
        assertThat(counts.balances()).as("%s", counts).isTrue();
        assertThat(counts.tagged()).isEqualTo(index.size());
        return letters;
    }

    private void write(TaggedFeedback line) {
        String id = line.feedback().id();
        TaggedFeedback before = index.get(id);
        if (before != null && before.documentVersion() >= line.documentVersion()) {
            return;
        }
        switch (line.feedback().operation()) {
            case DELETE -> index.remove(id);
            case UPSERT -> index.put(id, line);
        }
    }

    private void count(Tally change) {
        counts = counts.plus(change);
    }

    private static DeadLetter only(List<DeadLetter> letters) {
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static RawEnvelope envelope(String payload) {
        return Samples.envelope(payload);
    }

    private static String line(String id, String text) {
        return line(id, 1, text);
    }

    private static String line(String id, int revision, String text) {
        return String.format(
                "{\"id\": \"%s\", \"revision\": %d, \"at\": \"%s\", \"words\": \"%s\"}",
                id, revision, Samples.NOON, text);
    }

    private static ChannelDefinition definition(String time, String dropped) {
        return ChannelDefinitions.read(
                "lines/channel.yaml",
                """
                apiVersion: throughline/v1
                id: lines
                channel: email
                mode: file
                format: jsonl
                map:
                  naturalId: $.id
                  revision: $.revision
                  occurredAt: %s
                  text: $.words
                drop:
                  - {when: $.words, is: [%s], reason: test-entry}
                """
                        .formatted(time, dropped));
    }

    /** The envelopes that were fed, by their offset. */
    private record OriginalsInMemory(String name) implements OriginalBytes {

        private static final long serialVersionUID = 1L;
        static final Map<String, List<byte[]>> LOGS = new HashMap<>();

        @Override
        public Optional<RawEnvelope> find(io.throughline.model.Provenance provenance) {
            List<byte[]> kept = LOGS.get(name);
            return provenance.offset() < kept.size()
                    ? Optional.of(Codecs.RAW_ENVELOPE.decode(kept.get((int) provenance.offset())))
                    : Optional.empty();
        }
    }
}
