package io.throughline.taggers.stage;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Encoders;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import io.throughline.taggers.stage.StageTeacher.Seen;
import io.throughline.taggers.stage.StageTrialReport.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Tries every way of telling stages on texts that people labelled.
 *
 * <p>Labels are used to count, and by the ways whose names say so; of these, the labelled texts
 * they learnt from are not counted. Every text has an answer here, so that ways compare; what a
 * tagger abstains on is among the least sure.
 */
public final class StageTrial {

    /** Labels of each stage that the ways with labels may learn from. */
    public static final int LABELS_A_STAGE = 20;

    private static final double RULES_SHARPNESS = Scoring.DEFAULT.sharpness();
    private static final double NEAREST_SHARPNESS = 10;

    private final JourneyMap map;
    private final StageTeacher teacher;
    private final StageLearner learner;
    private final List<Verbatim> texts = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final int[] labels;
    private final int unassigned;

    private StageTrial(JourneyMap map, Encoder encoder, List<Told> labelled, IntConsumer progress) {
        this.map = map;
        Encoder remembering = new RememberingEncoder(encoder);
        this.teacher = new StageTeacher(map, remembering);
        this.learner = StageLearner.of(map, remembering);
        List<String> ids = map.stages().stream().map(stage -> stage.id()).toList();
        List<Told> readable =
                labelled.stream()
                        .filter(told -> StageText.unreadable(told.verbatim()) == null)
                        .toList();
        this.labels = readable.stream().mapToInt(told -> ids.indexOf(told.stage())).toArray();
        this.unassigned = (int) readable.stream().filter(Told::isUnassigned).count();
        for (Told told : readable) {
            texts.add(told.verbatim());
            seen.add(teacher.see(told.verbatim()));
            progress.accept(seen.size());
        }
    }

    /**
     * Runs all.
     *
     * @param labelled texts with their stages; those without, or with one that the map does not
     *     have, are part of the stream and not counted
     * @throws IllegalArgumentException when no text has a stage of the map
     */
    public static StageTrialReport run(JourneyMap map, List<Told> labelled, IntConsumer progress) {
        return run(map, Encoders.bge(), labelled, progress);
    }

    static StageTrialReport run(
            JourneyMap map, Encoder encoder, List<Told> labelled, IntConsumer progress) {
        StageTrial trial = new StageTrial(map, encoder, labelled, progress);
        int counted = (int) IntStream.of(trial.labels).filter(label -> label >= 0).count();
        if (counted == 0) {
            throw new IllegalArgumentException("no text has a stage of the map");
        }
        return new StageTrialReport(
                map.journey(),
                counted,
                trial.labels.length - counted,
                trial.unassigned,
                encoder.id(),
                trial.results());
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        double[][] rules = each(one -> Shares.of(one.rules(), RULES_SHARPNESS));
        double[][] nearest = each(one -> Shares.of(one.nearness().example(), NEAREST_SHARPNESS));
        results.add(TrialScore.of("rules alone", labels, rules));
        results.add(TrialScore.of("nearest example alone", labels, nearest));
        results.add(TrialScore.of("mean of the two", labels, mean(rules, nearest)));
        results.add(TrialScore.of("stage-teacher", labels, each(StageTeacher::shares)));
        results.add(TrialScore.of("  after the unlabelled stream", labels, stream(Map.of())));
        results.add(TrialScore.of("student of the other half", labels, students(labels, Map.of())));
        Map<Integer, double[]> few = few();
        int[] others = labels.clone();
        few.keySet().forEach(index -> others[index] = -1);
        results.add(TrialScore.of(LABELS_A_STAGE + " labels a stage, stream", others, stream(few)));
        results.add(
                TrialScore.of(
                        LABELS_A_STAGE + " labels a stage, student of the other half",
                        others,
                        students(others, few)));
        return List.copyOf(results);
    }

    private interface Way {
        double[] shares(Seen seen);
    }

    private double[][] each(Way way) {
        return seen.stream().map(way::shares).toArray(double[][]::new);
    }

    private static double[][] mean(double[][] one, double[][] other) {
        double[][] mean = new double[one.length][one[0].length];
        for (int i = 0; i < mean.length; i++) {
            for (int k = 0; k < mean[i].length; k++) {
                mean[i][k] = (one[i][k] + other[i][k]) / 2;
            }
        }
        return mean;
    }

    private double[][] stream(Map<Integer, double[]> known) {
        return StreamStages.of(teacher.prototypes(), seen, known);
    }

    /** Of each half the answers of a student that learnt on the other. */
    private double[][] students(int[] counted, Map<Integer, double[]> known) {
        double[][] shares = new double[labels.length][];
        for (int half = 0; half < 2; half++) {
            List<Lesson> lessons = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (isIn(half, i) || known.containsKey(i)) {
                    lessons.add(lesson(i, known.get(i)));
                }
            }
            StageStudent student = learner.train(lessons, "trial");
            for (int i = 0; i < labels.length; i++) {
                if (!isIn(half, i) && counted[i] >= 0) {
                    shares[i] = student.shares(texts.get(i));
                }
            }
        }
        return shares;
    }

    private static boolean isIn(int half, int index) {
        return (order(index) & 1) == half;
    }

    /** A number that has nothing to do with where in the file a text stands. */
    private static int order(int index) {
        int mixed = (index + 1) * 0x9E3779B1;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return (mixed ^ mixed >>> 13) >>> 1;
    }

    private Lesson lesson(int index, double[] label) {
        Map<String, Double> stages = new HashMap<>();
        for (int k = 0; label != null && k < label.length; k++) {
            stages.put(map.stages().get(k).id(), label[k]);
        }
        return new Lesson(
                Integer.toString(index),
                Instant.EPOCH,
                texts.get(index),
                null,
                label == null ? null : stages,
                label == null ? null : map.journey() + "@" + map.version(),
                label == null ? Tutor.TEACHER : Tutor.PERSON);
    }

    private Map<Integer, double[]> few() {
        int[] taken = new int[map.stages().size()];
        Map<Integer, double[]> few = new HashMap<>();
        IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparing(StageTrial::order))
                .filter(index -> labels[index] >= 0)
                .filter(index -> taken[labels[index]]++ < LABELS_A_STAGE)
                .forEach(
                        index -> {
                            double[] certain = new double[taken.length];
                            certain[labels[index]] = 1;
                            few.put(index, certain);
                        });
        return few;
    }
}
