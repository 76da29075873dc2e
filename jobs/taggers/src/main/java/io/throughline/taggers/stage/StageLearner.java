package io.throughline.taggers.stage;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Encoders;
import io.throughline.taggers.linear.Example;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.linear.LinearSettings;
import io.throughline.taggers.stage.StageTeacher.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains stage students for a journey map: from a stream without labels, better with a few.
 *
 * <p>The student does not copy the teacher text by text. All lessons of a training are looked at
 * together first (see {@link StreamStages}), which makes them better than the teacher alone, and
 * the student learns that.
 */
public final class StageLearner {

    /** Lessons of one training; of more, those that come first by a hash of their id. */
    public static final int MOST_LESSONS = 4_000;

    private static final double PERSON = 10;
    private static final LinearSettings SETTINGS = new LinearSettings(1, 60, 1e-4, 2, 10);
    private static final double CLOSE = 0.6;
    private static final double LEAST_CONFIDENCE = 0.3;

    private final JourneyMap map;
    private final StageTeacher teacher;
    private final StageFeatures features;
    private final List<String> classes;

    private StageLearner(JourneyMap map, Encoder encoder) {
        this.map = map;
        this.teacher = new StageTeacher(map, encoder);
        this.features = new StageFeatures(teacher.rules(), map.stages().size());
        this.classes = map.stages().stream().map(stage -> stage.id()).toList();
    }

    /** A learner with the encoder that comes with the program. */
    public static StageLearner of(JourneyMap map) {
        return of(map, Encoders.bge());
    }

    /** A learner with an encoder of one's own. */
    public static StageLearner of(JourneyMap map, Encoder encoder) {
        return new StageLearner(map, encoder);
    }

    /** The slow tagger, which needs nothing but the map. */
    public StageTagger teacher() {
        return teacher;
    }

    /**
     * Reads a student.
     *
     * @throws IllegalArgumentException when the bytes are no such model, or one for other stages
     */
    public StageStudent student(byte[] model) {
        return student(LinearModel.read(model));
    }

    private StageStudent student(LinearModel model) {
        if (!model.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "the student knows the stages " + model.classes() + ", the map has " + classes);
        }
        return new StageStudent(
                model,
                features,
                teacher.spans(),
                new StageDecision(map, StageStudent.ID, CLOSE, LEAST_CONFIDENCE));
    }

    /**
     * Trains a student. The same lessons in any order give the same student on every machine.
     *
     * @param lessons texts; the stages of those that a person gave are learnt, those of the teacher
     *     are found anew
     * @param version for the tags
     * @throws IllegalArgumentException when no lesson has a text that can be read
     */
    public StageStudent train(List<Lesson> lessons, String version) {
        List<Lesson> readable =
                lessons.stream()
                        .filter(lesson -> StageText.unreadable(lesson.verbatim()) == null)
                        .sorted(
                                Comparator.comparing((Lesson lesson) -> isByPerson(lesson) ? 0 : 1)
                                        .thenComparing(lesson -> mixed(lesson.id()))
                                        .thenComparing(Lesson::id))
                        .limit(MOST_LESSONS)
                        .sorted(Comparator.comparing(Lesson::id))
                        .toList();
        if (readable.isEmpty()) {
            throw new IllegalArgumentException("no lesson has a text that can be read");
        }
        List<Seen> seen = new ArrayList<>();
        Map<Integer, double[]> labels = new HashMap<>();
        for (Lesson lesson : readable) {
            double[] label = isByPerson(lesson) ? label(lesson.stages()) : null;
            if (label != null) {
                labels.put(seen.size(), label);
            }
            seen.add(teacher.see(lesson.verbatim()));
        }
        double[][] shares = StreamStages.of(teacher.prototypes(), seen, labels);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Verbatim verbatim = readable.get(i).verbatim();
            double evidence = labels.containsKey(i) ? 1 : StageTeacher.evidence(seen.get(i));
            examples.add(
                    new Example(
                            features.of(StageText.judged(verbatim)),
                            doubted(shares[i], evidence),
                            labels.containsKey(i) ? PERSON : 1));
        }
        return student(LinearModel.train(examples, classes, SETTINGS, null).withVersion(version));
    }

    private boolean isByPerson(Lesson lesson) {
        return lesson.tutor() == Tutor.PERSON
                && lesson.stages() != null
                && (map.journey() + "@" + map.version()).equals(lesson.stagesOf());
    }

    /** Null when none of the stages is on the map. */
    private double[] label(Map<String, Double> stages) {
        double[] label = new double[classes.size()];
        double total = 0;
        for (int k = 0; k < label.length; k++) {
            label[k] = stages.getOrDefault(classes.get(k), 0.0);
            total += label[k];
        }
        for (int k = 0; k < label.length && total > 0; k++) {
            label[k] /= total;
        }
        return total > 0 ? label : null;
    }

    /** With little evidence any stage is as likely as another. */
    private static double[] doubted(double[] shares, double evidence) {
        double[] doubted = new double[shares.length];
        for (int k = 0; k < doubted.length; k++) {
            doubted[k] = evidence * shares[k] + (1 - evidence) / shares.length;
        }
        return doubted;
    }

    /** Spreads ids evenly, whatever they look like. */
    private static int mixed(String id) {
        int hash = id.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) * 0x85EBCA6B;
    }
}
