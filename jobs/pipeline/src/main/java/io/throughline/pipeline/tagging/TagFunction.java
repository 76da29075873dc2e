package io.throughline.pipeline.tagging;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.Stage;
import io.throughline.model.Correction;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.model.Sentiment;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.figures.Work;
import io.throughline.pipeline.learning.Lessons;
import io.throughline.pipeline.learning.ModelLog;
import io.throughline.pipeline.learning.Observed;
import io.throughline.pipeline.learning.TagCounts;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import io.throughline.wire.ReplayMarks;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags a feedback, or makes it a dead letter when a step throws; puts people's corrections in place
 * of what engines said; takes versions of the model as they come.
 *
 * <p>The deduplicator counts a feedback as tagged when it lets it through, and as superseded when a
 * later revision follows. One that failed here was neither: it is counted as dead-lettered, and a
 * flag in its state takes back what the deduplicator counts at the next revision. A former revision
 * that is searchable is taken out: it is not what the customer says any more.
 */
final class TagFunction
        extends KeyedBroadcastProcessFunction<
                String, Either<TaggedFeedback, Correction>, ModelVersion, TaggedFeedback> {

    /** Versions that came, without their models, which the log keeps. */
    static final MapStateDescriptor<Integer, ModelVersion> VERSIONS =
            new MapStateDescriptor<>("model-versions", Types.INT, WireKind.MODEL_VERSION_TYPE);

    private static final long serialVersionUID = 1L;

    /** Header of an envelope that holds no bytes as they came: what it holds instead. */
    static final String FORM = "form";

    /** A {@link Feedback} in its wire format. */
    static final String CANONICAL = "canonical-avro";

    private static final Logger LOG = LoggerFactory.getLogger(TagFunction.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TaggingSettings settings;
    private final OriginalBytes originals;
    private final ModelLog log;
    private transient RecordTagger tagger;
    private transient JourneyMap map;
    private transient Set<String> stages;
    private transient ValueState<Boolean> failed;
    private transient CorrectionBook corrections;
    private transient TaggingCosts costs;
    private transient Counter lateVersions;
    private transient Counter lostVersions;
    private transient Counter uselessCorrections;
    private transient boolean checked;

    TagFunction(TaggingSettings settings, OriginalBytes originals, ModelLog log) {
        this.settings = settings;
        this.originals = originals;
        this.log = log;
    }

    @Override
    public void open(OpenContext context) {
        map = JourneyMapReader.read(settings.journeyFile(), settings.journeyYaml());
        stages = map.stages().stream().map(Stage::id).collect(Collectors.toSet());
        tagger = Taggers.of(settings, map, log);
        failed =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("tagging-failed", Types.BOOLEAN));
        corrections = new CorrectionBook(getRuntimeContext());
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        costs = new TaggingCosts(metrics);
        lateVersions = metrics.counter("modelVersionsLate");
        lostVersions = metrics.counter("modelVersionsLost");
        uselessCorrections = metrics.counter("correctionsOfDeleted");
        checked = false;
    }

    @Override
    public void processElement(
            Either<TaggedFeedback, Correction> input,
            ReadOnlyContext context,
            Collector<TaggedFeedback> out)
            throws Exception {
        if (!checked) {
            checked = true;
            check(context.getBroadcastState(VERSIONS));
        }
        if (input.isLeft()) {
            feedback(input.left(), context, out);
        } else {
            correction(input.right(), context, out);
        }
    }

    /** Says so when the log lost versions that tagged before: a replay would tag otherwise now. */
    private void check(ReadOnlyBroadcastState<Integer, ModelVersion> known) throws Exception {
        for (Map.Entry<Integer, ModelVersion> version : known.immutableEntries()) {
            if (!tagger.knows(version.getValue())) {
                lostVersions.inc();
                LOG.error(
                        "{} is gone from the log; the version before it tags", version.getValue());
            }
        }
    }

    private void feedback(
            TaggedFeedback unique, ReadOnlyContext context, Collector<TaggedFeedback> out)
            throws Exception {
        DeadLetter letter = Replayed.letter(unique.feedback());
        Feedback feedback =
                letter == null ? unique.feedback() : Replayed.unmarked(unique.feedback());
        String channel = feedback.channel().id();
        if (failed.value() != null) {
            failed.clear();
            context.output(SideOutputs.TALLIES, new Tally(channel, 0, 1, 0, -1, 0, 0, 0));
        }
        int sequence = corrections.sequence(feedback.revision(), unique.sequence());
        if (feedback.operation() == Operation.DELETE) {
            corrections.sees(new Seen(feedback.revision(), unique.sequence(), 0, true));
            out.collect(TaggingChain.deleted(feedback, unique.firstOccurredAt(), sequence));
            ended(letter, feedback, Replay.Outcome.DELETED, context);
            return;
        }
        long cpu = THREADS.getCurrentThreadCpuTime();
        try {
            RecordTagger.Result result = tagger.tag(feedback, unique.firstOccurredAt(), sequence);
            worked(feedback, cpu, result.line().sentiment(), context);
            long words = Said.words(result.line());
            out.collect(
                    Corrected.line(
                            result.line(),
                            corrections.of(feedback.revision(), words),
                            stages,
                            sequence));
            corrections.sees(new Seen(feedback.revision(), unique.sequence(), words, false));
            observe(result, context);
            ended(letter, feedback, Replay.Outcome.TAGGED, context);
        } catch (TaggingFailedException e) {
            worked(feedback, cpu, null, context);
            failed.update(true);
            corrections.sees(new Seen(feedback.revision(), unique.sequence(), 0, false));
            out.collect(
                    TaggingChain.deleted(feedback.asDelete(), unique.firstOccurredAt(), sequence));
            DeadLetter failure = deadLetter(feedback, e);
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    letter == null ? failure : Replayed.failed(failure, letter));
            context.output(SideOutputs.TALLIES, new Tally(channel, 0, -1, 0, 0, 0, 0, 1));
        }
    }

    /** Tagging runs on the task's thread alone, so the time of that is what it costs. */
    private void worked(
            Feedback feedback, long begun, Sentiment sentiment, ReadOnlyContext context) {
        long nanos = begun < 0 ? 0 : THREADS.getCurrentThreadCpuTime() - begun;
        costs.add(sentiment, nanos);
        context.output(SideOutputs.WORK, Work.tagged(feedback.source(), nanos, sentiment));
    }

    private static void ended(
            DeadLetter letter, Feedback feedback, Replay.Outcome outcome, ReadOnlyContext context) {
        if (letter != null) {
            context.output(SideOutputs.DEAD_LETTERS, Replayed.ended(letter, feedback, outcome));
        }
    }

    private void observe(RecordTagger.Result result, ReadOnlyContext context) {
        if (!tagger.learns()) {
            return;
        }
        Feedback feedback = result.line().feedback();
        if (result.lesson() != null) {
            teach(result.lesson(), feedback, context);
        }
        context.output(
                Observed.TAG,
                Either.Right(
                        TagCounts.of(
                                result.line().sentiment(),
                                feedback.occurredAt(),
                                LogTime.of(feedback))));
    }

    private static void teach(Lesson lesson, Feedback feedback, ReadOnlyContext context) {
        context.output(Observed.TAG, Either.Left(Lessons.text(lesson, LogTime.of(feedback))));
    }

    private void correction(
            Correction correction, ReadOnlyContext context, Collector<TaggedFeedback> out)
            throws Exception {
        TaggedFeedback line = correction.line();
        Seen seen = corrections.seen();
        Said said = Said.of(correction);
        if (seen != null && seen.deleted() && seen.revision() >= said.revision()) {
            uselessCorrections.inc();
            return;
        }
        if (seen != null && seen.revision() > said.revision()) {
            teach(correction, context);
            return;
        }
        if (!corrections.add(said)) {
            return;
        }
        teach(correction, context);
        if (seen != null && seen.revision() == said.revision() && seen.words() == said.words()) {
            List<Said> all = corrections.of(said.revision(), said.words());
            int sequence = corrections.sequence(said.revision(), seen.sequence());
            out.collect(Corrected.line(line, all, stagesOf(line, all), sequence));
        }
    }

    private void teach(Correction correction, ReadOnlyContext context) {
        if (tagger.learns()) {
            teach(Lessons.of(correction), correction.line().feedback(), context);
        }
    }

    /** A line that was tagged anew by a later map than ours has the stages of that one. */
    private Set<String> stagesOf(TaggedFeedback line, List<Said> all) {
        return line.stages().journeyVersion() == map.version()
                ? stages
                : all.stream()
                        .map(Said::stageIds)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet());
    }

    @Override
    public void processBroadcastElement(
            ModelVersion version, Context context, Collector<TaggedFeedback> out) throws Exception {
        context.getBroadcastState(VERSIONS).put(version.number(), version.withoutModel());
        tagger.take(version)
                .ifPresent(
                        since -> {
                            lateVersions.inc();
                            LOG.warn(
                                    "{} came after feedback was tagged that it should have tagged"
                                            + " from {} on",
                                    version,
                                    since);
                        });
    }

    private DeadLetter deadLetter(Feedback feedback, TaggingFailedException failure) {
        RawEnvelope envelope =
                originals
                        .find(feedback.provenance())
                        .map(ReplayMarks::unmarked)
                        .orElseGet(() -> canonicalForm(feedback));
        return DeadLetter.of(
                envelope,
                feedback.provenance(),
                FailureReason.TAGGER_FAILED,
                failure.step(),
                feedback.channel(),
                feedback.id(),
                failure.getMessage());
    }

    /** What is left of a feedback whose envelope is kept no longer. */
    private static RawEnvelope canonicalForm(Feedback feedback) {
        return new RawEnvelope(
                feedback.source(),
                feedback.observedAt(),
                null,
                null,
                feedback.provenance().origin(),
                feedback.provenance().position(),
                Map.of(FORM, CANONICAL),
                -1,
                Codecs.FEEDBACK.encode(feedback));
    }
}
