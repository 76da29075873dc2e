package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.TaggingChain;
import io.throughline.model.Basis;
import io.throughline.model.Correction;
import io.throughline.model.Operation;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.pipeline.learning.Observed;
import io.throughline.pipeline.learning.TagCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say stands, whatever comes first and however often all is read again. */
class CorrectionsTest {

    private static final String TEXT = "bad order";

    private final Map<String, TaggedFeedback> index = new TreeMap<>();
    private TagHarness tag;

    @BeforeEach
    void open() throws Exception {
        open(null);
    }

    private void open(OperatorSubtaskState state) throws Exception {
        tag =
                TagHarness.open(
                        Samples.learning(LearningSettings.DEFAULT),
                        place -> Optional.empty(),
                        MemoryLog.of("corrections"),
                        state);
    }

    @AfterEach
    void close() throws Exception {
        tag.close();
    }

    @Test
    void aCorrectionReplacesTheDocumentWithThePersonsLabel() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        write(tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, null, 1)));

        TaggedFeedback document = index.get("email:lines:1");
        assertThat(document.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(document.sentiment().basis()).isEqualTo(Basis.PERSON);
        assertThat(document.sentiment().engine()).isEqualTo("person");
        assertThat(document.sentiment().confidence()).isEqualTo(1);
        assertThat(document.stages()).isEqualTo(line(1, TEXT).stages());
        assertThat(document.sequence()).isEqualTo(1);
        assertThat(document.feedback().text()).isEqualTo(TEXT);
    }

    @Test
    void stagesAreCorrectedWithoutTouchingTheSentiment() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        TaggedFeedback before = index.get("email:lines:1");
        write(tag.correction(said(before, null, List.of("delivery", "order"), 1)));

        TaggedFeedback document = index.get("email:lines:1");
        assertThat(document.sentiment()).isEqualTo(before.sentiment());
        assertThat(document.stages().stages())
                .containsExactly(new StageTag("delivery", 0.5, 1), new StageTag("order", 0.5, 1));

        write(tag.correction(said(before, null, List.of(), 2)));
        assertThat(index.get("email:lines:1").stages().stages()).isEmpty();
    }

    @Test
    void aCorrectionIsALesson() throws Exception {
        tag.feedback(unique(1, 0, TEXT));
        tag.side(Observed.TAG);
        tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, List.of("delivery"), 1));

        List<Either<TaughtText, TagCounts>> observed = tag.side(Observed.TAG);
        assertThat(observed).hasSize(1);
        TaughtText lesson = observed.get(0).left();
        assertThat(lesson.tutor()).isEqualTo("person");
        assertThat(lesson.sentiment()).containsExactly(0.0, 0.0, 1.0);
        assertThat(lesson.stages()).containsExactly(Map.entry("delivery", 1.0));
        assertThat(lesson.stagesOf()).isEqualTo("shop@3");
        assertThat(lesson.turns()).containsExactly(TEXT);
    }

    @Test
    void theSameCorrectionTwiceCountsOnce() throws Exception {
        tag.feedback(unique(1, 0, TEXT));
        Correction correction = said(line(1, TEXT), SentimentLabel.POSITIVE, null, 1);
        assertThat(tag.correction(correction)).hasSize(1);
        tag.side(Observed.TAG);

        assertThat(tag.correction(correction)).isEmpty();
        assertThat(tag.side(Observed.TAG)).isEmpty();
    }

    @Test
    void aLaterRevisionIsTaggedByTheEngineAgainAndAnOlderCorrectionOnlyTeaches() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        write(tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, null, 1)));
        write(tag.feedback(unique(2, 0, "bad delivery")));
        assertThat(index.get("email:lines:1").sentiment().basis()).isNotEqualTo(Basis.PERSON);
        tag.side(Observed.TAG);

        assertThat(tag.correction(said(line(1, TEXT), SentimentLabel.NEUTRAL, null, 2))).isEmpty();
        assertThat(tag.side(Observed.TAG)).hasSize(1);
    }

    @Test
    void otherWordsOfTheSameRevisionAreNotWhatWasCorrected() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        write(tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, null, 1)));
        write(tag.feedback(unique(1, 1, "bad delivery")));

        TaggedFeedback document = index.get("email:lines:1");
        assertThat(document.feedback().text()).isEqualTo("bad delivery");
        assertThat(document.sentiment().basis()).isNotEqualTo(Basis.PERSON);
    }

    @Test
    void aDeleteOfTheSameRevisionTakesOutWhatWasCorrectedSeveralTimes() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        for (int time = 1; time <= 4; time++) {
            write(tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, null, time)));
        }
        write(tag.feedback(deleted(1, 1)));
        assertThat(index.get("email:lines:1").feedback().operation()).isEqualTo(Operation.DELETE);
        tag.side(Observed.TAG);

        assertThat(tag.correction(said(line(1, TEXT), SentimentLabel.NEUTRAL, null, 9))).isEmpty();
        assertThat(tag.side(Observed.TAG)).isEmpty();
    }

    @Test
    void restoredStateKnowsWhatWasSaid() throws Exception {
        write(tag.feedback(unique(1, 0, TEXT)));
        write(tag.correction(said(line(1, TEXT), SentimentLabel.POSITIVE, null, 2)));
        OperatorSubtaskState state = tag.snapshot();
        tag.close();

        open(state);
        write(tag.correction(said(line(1, TEXT), SentimentLabel.NEUTRAL, null, 1)));

        TaggedFeedback document = index.get("email:lines:1");
        assertThat(document.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(document.sequence()).isEqualTo(2);
    }

    @Test
    void everyOrderOfFeedbackAndCorrectionsEndsTheSame() throws Exception {
        List<Either<TaggedFeedback, Correction>> corrections =
                List.of(
                        Either.Right(said(line(1, TEXT), SentimentLabel.POSITIVE, null, 5)),
                        Either.Right(
                                said(line(2, "bad delivery"), SentimentLabel.NEUTRAL, null, 1)),
                        Either.Right(
                                said(line(2, "bad delivery"), SentimentLabel.POSITIVE, null, 3)),
                        Either.Right(said(line(2, "bad delivery"), null, List.of("order"), 2)),
                        Either.Right(said(line(2, "bad delivery"), null, List.of("nowhere"), 4)));
        List<Either<TaggedFeedback, Correction>> feedback =
                List.of(Either.Left(unique(1, 0, TEXT)), Either.Left(unique(2, 0, "bad delivery")));
        TaggedFeedback expected = null;
        for (int seed = 0; seed < 200; seed++) {
            tag.close();
            open();
            index.clear();
            for (Either<TaggedFeedback, Correction> next : shuffled(feedback, corrections, seed)) {
                write(next.isLeft() ? tag.feedback(next.left()) : tag.correction(next.right()));
            }
            TaggedFeedback end = index.get("email:lines:1");
            expected = expected == null ? end : expected;
            assertThat(end).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(expected.sentiment().basis()).isEqualTo(Basis.PERSON);
        assertThat(expected.stages().stages()).containsExactly(new StageTag("order", 1, 1));
        assertThat(expected.sequence()).isEqualTo(4);
    }

    /**
     * Feedback of an id keeps its order, which the deduplicator made; corrections come anywhere.
     */
    private static List<Either<TaggedFeedback, Correction>> shuffled(
            List<Either<TaggedFeedback, Correction>> inOrder,
            List<Either<TaggedFeedback, Correction>> anywhere,
            int seed) {
        Random random = new Random(seed);
        List<Either<TaggedFeedback, Correction>> mixed = new ArrayList<>(inOrder);
        List<Either<TaggedFeedback, Correction>> others = new ArrayList<>(anywhere);
        Collections.shuffle(others, random);
        others.forEach(other -> mixed.add(random.nextInt(mixed.size() + 1), other));
        return mixed;
    }

    /** As Elasticsearch does. */
    private void write(List<TaggedFeedback> lines) {
        for (TaggedFeedback line : lines) {
            index.merge(
                    line.feedback().id(),
                    line,
                    (known, next) ->
                            next.documentVersion() > known.documentVersion() ? next : known);
        }
    }

    private static Correction said(
            TaggedFeedback line, SentimentLabel label, List<String> stages, int second) {
        return new Correction(line, label, stages, "desk", Samples.NOON.plusSeconds(second));
    }

    private static TaggedFeedback unique(long revision, int sequence, String text) {
        return new TaggedFeedback(
                Samples.feedback("1", revision, text).language("en").build(),
                Samples.NOON,
                null,
                null,
                TaggedFeedback.generation(sequence, 0),
                Map.of());
    }

    private static TaggedFeedback deleted(long revision, int sequence) {
        return TaggingChain.deleted(
                Samples.feedback("1", revision, null).operation(Operation.DELETE).build(),
                Samples.NOON,
                sequence);
    }

    /** A line of the engines, as a person sees it. */
    private static TaggedFeedback line(long revision, String text) throws Exception {
        try (TagHarness other =
                TagHarness.open(
                        Samples.learning(LearningSettings.DEFAULT),
                        place -> Optional.empty(),
                        MemoryLog.of("lines"),
                        null)) {
            return other.feedback(unique(revision, 0, text)).get(0);
        }
    }
}
