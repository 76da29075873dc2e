package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.learning.Challenge.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers lessons in windows of event time and, when closed windows hold enough new ones, has a
 * challenger trained beside the task. One that wins becomes the next version; one that loses is
 * told of in the same log, which changes nothing.
 *
 * <p>Nothing here has to be repeatable: what a training came to is in the log of versions, and a
 * replay tags by the log. A replay only must not train again on windows that are behind a version,
 * so a version says up to where it was trained. A training that is under way when the task fails is
 * started again: what it was about is still in state.
 */
final class LearnFunction
        extends KeyedProcessFunction<Integer, Either<TaughtText, TagCounts>, ModelVersion> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LearnFunction.class);

    /** How far behind the latest lesson the watermark is, so that lessons may come out of order. */
    static final Duration LATENESS = Duration.ofMinutes(5);

    /** How often a training under way is looked after. */
    static final Duration PULSE = Duration.ofMillis(500);

    private final LearnerSource source;
    private final LearningSettings settings;
    private final ModelLog log;
    private final Background background;
    private transient Learner learner;
    private transient LessonStore lessons;
    private transient CountStore counts;
    private transient ValueState<LearnProgress> progress;
    private transient LearnProgress met;
    private transient Attempt attempt;
    private transient Counter promoted;
    private transient Counter notPromoted;
    private transient Counter failed;

    /** A training under way. */
    private record Attempt(
            FutureTask<Optional<Outcome>> task, long through, List<Lesson> lessons) {}

    LearnFunction(
            LearnerSource source, LearningSettings settings, ModelLog log, Background background) {
        this.source = source;
        this.settings = settings;
        this.log = log;
        this.background = background;
    }

    @Override
    public void open(OpenContext context) {
        lessons = new LessonStore(getRuntimeContext(), settings.mostLessons());
        counts = new CountStore(getRuntimeContext());
        progress =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "progress", TypeInformation.of(LearnProgress.class)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        promoted = metrics.counter("challengersPromoted");
        notPromoted = metrics.counter("challengersNotPromoted");
        failed = metrics.counter("trainingsFailed");
        learner = settings.enabled() ? source.learner().orElse(null) : null;
        met = LearnProgress.NONE;
        if (learner != null) {
            meetVersions();
        }
    }

    private void meetVersions() {
        log.read(
                version -> {
                    if (version.engine().equals(source.engine())) {
                        met =
                                met.met(version.number())
                                        .trained(version.trainedThrough().toEpochMilli());
                    }
                });
    }

    @Override
    public void processElement(
            Either<TaughtText, TagCounts> observed, Context context, Collector<ModelVersion> out)
            throws Exception {
        if (learner == null) {
            return;
        }
        LearnProgress before = current();
        if (observed.isLeft()) {
            TaughtText lesson = observed.left();
            LearnProgress after =
                    before.reached(lesson.occurredAt().minus(LATENESS).toEpochMilli());
            lessons.add(inAnOpenWindow(lesson, after));
            progress.update(after);
            if (closedThrough(after) > closedThrough(before)) {
                considerTraining(context);
            }
        } else {
            TagCounts some = observed.right();
            counts.add(some.in(Math.max(some.windowMillis(), closedThrough(before))));
        }
    }

    private LearnProgress current() throws Exception {
        LearnProgress known = progress.value() == null ? LearnProgress.NONE : progress.value();
        return known.met(met.number()).trained(met.seenThroughMillis());
    }

    /** A late lesson joins the window that is open, instead of being lost. */
    private TaughtText inAnOpenWindow(TaughtText lesson, LearnProgress now) {
        return lesson.occurredAt().toEpochMilli() >= closedThrough(now)
                ? lesson
                : lesson.at(Instant.ofEpochMilli(now.watermarkMillis()));
    }

    /** End of the last window that is closed; the least long before there is one. */
    private long closedThrough(LearnProgress now) {
        long window = settings.window().toMillis();
        return now.watermarkMillis() == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : Math.floorDiv(now.watermarkMillis(), window) * window;
    }

    private void considerTraining(Context context) throws Exception {
        LearnProgress now = current();
        long through = closedThrough(now);
        if (attempt != null
                || lessons.count(now.seenThroughMillis(), through) < settings.leastLessons()) {
            return;
        }
        List<Lesson> closed = lessons.before(through);
        Challenge challenge =
                new Challenge(
                        source,
                        learner,
                        log,
                        settings.margin(),
                        closed,
                        now.seenThroughMillis(),
                        now.number());
        attempt = new Attempt(background.run(challenge), through, closed);
        pulse(context);
    }

    private static void pulse(Context context) {
        context.timerService()
                .registerProcessingTimeTimer(
                        context.timerService().currentProcessingTime() + PULSE.toMillis());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ModelVersion> out)
            throws Exception {
        if (attempt == null) {
            // What was under way before a restart.
            considerTraining(context);
        } else if (attempt.task().isDone()) {
            Attempt done = attempt;
            attempt = null;
            settle(done, context, out);
            considerTraining(context);
        } else {
            pulse(context);
        }
    }

    private void settle(Attempt done, Context context, Collector<ModelVersion> out)
            throws Exception {
        try {
            Optional<Outcome> outcome = done.task().get();
            if (outcome.isEmpty()) {
                LOG.info("The version made last is not committed yet; training waits for it");
                pulse(context);
                return;
            }
            // A roll-back may have come since the training began: it was against the wrong version.
            meetVersions();
            LearnProgress now = current();
            if (now.number() > outcome.get().against()) {
                LOG.info("Version {} came meanwhile; training again", now.number());
                return;
            }
            ModelVersion version = version(done, outcome.get(), now, context);
            out.collect(version);
            if (version.tags()) {
                progress.update(now.met(version.number()).trained(done.through()));
                promoted.inc();
                LOG.info(
                        "{} beats version {}: {}",
                        version,
                        outcome.get().against(),
                        version.figures());
            } else {
                progress.update(now.trained(done.through()));
                notPromoted.inc();
                LOG.info("Version {} stays: {}", outcome.get().against(), describe(outcome.get()));
            }
        } catch (ExecutionException e) {
            LOG.error("A training on {} lessons failed", done.lessons().size(), e.getCause());
            failed.inc();
            progress.update(current().trained(done.through()));
        }
        counts.trained(done.through());
    }

    private static String describe(Outcome outcome) {
        Training training = outcome.training();
        Training.Stages stages = training.stages();
        return "macro-F1 "
                + training.challenger()
                + " of the challenger, "
                + training.champion()
                + " of the champion, on "
                + training.heldBack()
                + " lessons"
                + (stages == null
                        ? ""
                        : "; stages "
                                + stages.challenger()
                                + " against "
                                + stages.champion()
                                + " on "
                                + stages.heldBack());
    }

    private ModelVersion version(Attempt done, Outcome outcome, LearnProgress now, Context context)
            throws Exception {
        CountStore.Sum stream = counts.before(done.through());
        double hours =
                stream.windows()
                        * settings.window().toMillis()
                        / (double) Duration.ofHours(1).toMillis();
        double unsure = stream.windows() == 0 ? 0 : stream.counts().unsure() / hours;
        Instant made =
                Instant.ofEpochMilli(
                        Math.max(
                                context.timerService().currentProcessingTime(),
                                stream.counts().lastAppendedMillis()));
        boolean won = outcome.training().promote();
        return new ModelVersion(
                now.number() + 1,
                won ? ModelVersion.Kind.LEARNED : ModelVersion.Kind.LOST,
                source.engine(),
                won ? now.number() + 1 : outcome.against(),
                won ? made.plus(settings.effectiveAfter()) : made,
                Instant.ofEpochMilli(done.through()),
                settings.teacherShare(unsure),
                settings.teacherCost(),
                figures(done, outcome, stream.counts()),
                won ? outcome.model() : new byte[0]);
    }

    private ModelFigures figures(Attempt done, Outcome outcome, TagCounts stream) throws Exception {
        Training training = outcome.training();
        return new ModelFigures(
                training.learnt(),
                training.heldBack(),
                done.lessons().stream().filter(l -> l.tutor() == Tutor.PERSON).count(),
                training.champion(),
                training.challenger(),
                training.calibrationError(),
                outcome.agreement(),
                stream.tagged(),
                stream.teacherUse(),
                stream.driftFrom(counts.former()),
                settings.margin(),
                training.stages() == null
                        ? null
                        : new ModelFigures.Stages(
                                training.stages().heldBack(),
                                training.stages().champion(),
                                training.stages().challenger()),
                won(training),
                learner.teacher());
    }

    private static List<String> won(Training training) {
        List<String> won = new ArrayList<>();
        if (training.sentimentWon()) {
            won.add(ModelFigures.SENTIMENT);
        }
        if (training.stagesWon()) {
            won.add(ModelFigures.STAGES);
        }
        return won;
    }

    @Override
    public void close() {
        if (attempt != null) {
            attempt.task().cancel(true);
        }
    }
}
