package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.ProcessingStage;
import io.throughline.model.RawEnvelope;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.WordSentiment;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deduplicate and tag together: what is searchable in the end, and whether the counts say so. */
class TaggingHarnessTest {

    private static final RawEnvelope ORIGINAL = Samples.envelope("the original bytes");

    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, TaggedFeedback> index = new TreeMap<>();
    private Tally counts = Tally.none("email");
    private KeyedOneInputStreamOperatorTestHarness<String, Feedback, TaggedFeedback> deduplicate;
    private TagHarness tag;

    @BeforeEach
    void open() throws Exception {
        open(provenance -> Optional.of(ORIGINAL), null, null);
    }

    private void open(
            OriginalBytes originals, OperatorSubtaskState known, OperatorSubtaskState failed)
            throws Exception {
        deduplicate =
                Harnesses.keyed(DeduplicateStage::append, WireKind.FEEDBACK_TYPE, Types.STRING);
        if (known != null) {
            deduplicate.initializeState(known);
        }
        deduplicate.open();
        tag = TagHarness.open(Samples.tagging(), originals, MemoryLog.of("none"), failed);
    }

    @AfterEach
    void close() throws Exception {
        deduplicate.close();
        tag.close();
    }

    @Test
    void repeatsEditsAndDeletesEndAsOneLiveDocumentEach() throws Exception {
        feed(upsert("1", 1, "bad order"), upsert("1", 1, "bad order"), upsert("1", 2, "order"));
        feed(upsert("2", 5, "delivery"), upsert("2", 4, "stale"), delete("2", 6));
        feed(upsert("2", 5, "delivery"));

        assertThat(index).containsOnlyKeys("email:lines:1");
        assertThat(index.get("email:lines:1").feedback().text()).isEqualTo("order");
        assertThat(counts).isEqualTo(new Tally("email", 0, 1, 1, 4, 1, 0, 0));
    }

    @Test
    void otherContentOfTheSameRevisionReplacesTheDocument() throws Exception {
        feed(upsert("1", 1, "order"));
        feed(Samples.feedback("1", 1, "bad order").observedAt(Samples.NOON.plusSeconds(9)).build());
        assertThat(index.get("email:lines:1").feedback().text()).isEqualTo("bad order");
        feed(delete("1", 1));
        assertThat(index).isEmpty();
        assertThat(counts).isEqualTo(new Tally("email", 0, 0, 0, 2, 1, 0, 0));
    }

    @Test
    void aTaggerThatThrowsMakesADeadLetterWithTheOriginalBytes() throws Exception {
        feed(upsert("1", 1, WordSentiment.POISON));

        DeadLetter letter = deadLetters().get(0);
        assertThat(letter.reason()).isEqualTo(FailureReason.TAGGER_FAILED);
        assertThat(letter.stage()).isEqualTo(ProcessingStage.TAG);
        assertThat(letter.payload()).isEqualTo(ORIGINAL.payload());
        assertThat(letter.provenance()).isEqualTo(Samples.PROVENANCE);
        assertThat(letter.feedbackId()).isEqualTo("email:lines:1");
        assertThat(letter.message()).doesNotContain(WordSentiment.POISON);
        assertThat(index).isEmpty();
        assertThat(counts).isEqualTo(new Tally("email", 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void bytesThatAreKeptNoLongerAreReplacedByTheCanonicalForm() throws Exception {
        close();
        open(provenance -> Optional.empty(), null, null);
        Feedback poison = upsert("1", 1, WordSentiment.POISON);
        feed(poison);

        DeadLetter letter = deadLetters().get(0);
        assertThat(letter.headers()).containsEntry("form", "canonical-avro");
        assertThat(Codecs.FEEDBACK.decode(letter.payload())).isEqualTo(poison);
    }

    @Test
    void aLaterRevisionOfAFailedOneIsTheOnlyLiveOne() throws Exception {
        feed(upsert("1", 1, WordSentiment.POISON), upsert("1", 2, "order"));
        assertThat(index).containsOnlyKeys("email:lines:1");
        assertThat(counts).isEqualTo(new Tally("email", 0, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void aFailedEditTakesTheFormerTextOut() throws Exception {
        feed(upsert("1", 1, "order"), upsert("1", 2, WordSentiment.POISON));
        assertThat(index).isEmpty();
        assertThat(counts).isEqualTo(new Tally("email", 0, 0, 0, 1, 0, 0, 1));

        feed(upsert("1", 3, "order"));
        assertThat(index).hasSize(1);
        assertThat(counts).isEqualTo(new Tally("email", 0, 1, 0, 1, 0, 0, 1));
    }

    @Test
    void aDeleteAndARepeatOfAFailedOneBalance() throws Exception {
        feed(upsert("1", 1, WordSentiment.POISON), upsert("1", 1, WordSentiment.POISON));
        feed(delete("1", 2), upsert("1", 3, WordSentiment.POISON), upsert("1", 4, "back"));
        assertThat(index).hasSize(1);
        assertThat(counts).isEqualTo(new Tally("email", 0, 1, 1, 0, 1, 0, 2));
    }

    @Test
    void restoredStateStillKnowsWhatFailedAndWhatWasDeleted() throws Exception {
        feed(upsert("1", 1, WordSentiment.POISON), upsert("2", 1, "order"), delete("2", 2));
        OperatorSubtaskState known = deduplicate.snapshot(1, 1);
        OperatorSubtaskState failed = tag.snapshot();
        close();

        open(provenance -> Optional.of(ORIGINAL), known, failed);
        feed(upsert("1", 2, "order"), upsert("2", 1, "order"));

        assertThat(index).containsOnlyKeys("email:lines:1");
        assertThat(counts).isEqualTo(new Tally("email", 0, 1, 0, 2, 1, 0, 1));
    }

    /** Feeds records, keeps the index as Elasticsearch would, and checks the balance each time. */
    private void feed(Feedback... records) throws Exception {
        long received = 0;
        for (Feedback record : records) {
            received++;
            deduplicate.processElement(new StreamRecord<>(record));
            for (TaggedFeedback unique : Harnesses.drain(deduplicate)) {
                tag.feedback(unique).forEach(this::write);
            }
        }
        Tally before = counts;
        Harnesses.drain(deduplicate, SideOutputs.TALLIES).forEach(this::count);
        tag.side(SideOutputs.TALLIES).forEach(this::count);
        Tally came = new Tally("email", received, 0, 0, 0, 0, 0, 0);
        Tally change = counts.plus(negative(before)).plus(came);
        assertThat(change.balances()).as("%s", change).isTrue();
        assertThat(counts.tagged()).isEqualTo(index.size());
    }

    private static Tally negative(Tally of) {
        return new Tally(
                of.channel(),
                -of.received(),
                -of.tagged(),
                -of.duplicates(),
                -of.superseded(),
                -of.deleted(),
                -of.filtered(),
                -of.deadLettered());
    }

    private void write(TaggedFeedback change) {
        String id = change.feedback().id();
        if (change.documentVersion() <= versions.getOrDefault(id, -1L)) {
            return;
        }
        versions.put(id, change.documentVersion());
        if (change.feedback().operation() == Operation.DELETE) {
            index.remove(id);
        } else {
            index.put(id, change);
        }
    }

    private void count(Tally change) {
        counts = counts.plus(change);
    }

    private List<DeadLetter> deadLetters() {
        return tag.side(SideOutputs.DEAD_LETTERS);
    }

    private static Feedback upsert(String id, long revision, String text) {
        return Samples.feedback(id, revision, text).build();
    }

    private static Feedback delete(String id, long revision) {
        return Samples.feedback(id, revision, null).operation(Operation.DELETE).build();
    }
}
