package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.linear.Calibration;
import io.throughline.taggers.linear.Example;
import io.throughline.taggers.linear.Judged;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.linear.LinearSettings;
import io.throughline.taggers.student.SentimentModel;
import io.throughline.taggers.text.SentimentFeatures;
import io.throughline.taggers.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Trains a challenger on top of the champion and tries both on the lessons that were held back.
 * Feelings and stages are tried each for itself: one may be taken over without the other.
 *
 * <p>A person's label weighs {@value #PERSON} against {@value #TEACHER} for the teacher's: some
 * hundred corrections stand beside thousands of lessons that are right four times in five. How
 * people's labels lean away from the teacher's goes for all its lessons ({@link Leaning}).
 */
final class Challenge {

    private static final double PERSON = 3;
    private static final double TEACHER = 0.2;
    private static final double HELD_BACK = 0.2;

    /** Texts with a person's label that the teacher is asked about, some five seconds' work. */
    private static final int ASKED = 500;

    private static final int LEAST_HELD_BACK = 50;
    private static final LinearSettings SETTINGS = new LinearSettings(10, 60, 1e-4, 2, 10);

    /** How much less accurate than the teacher the answers may be that the student keeps. */
    private static final double TOLERANCE = 0.03;

    private final AdaptiveStudent before;
    private final SentimentModel champion;
    private final StageAnswers stages;
    private final Leaning leaning;
    private final List<Lesson> lessonsLearnt = new ArrayList<>();
    private final List<Lesson> lessonsHeldBack = new ArrayList<>();
    private final List<Example> learnt = new ArrayList<>();
    private final List<Example> heldBack = new ArrayList<>();
    private final List<Example> heldBackOfTeacher = new ArrayList<>();

    /**
     * A challenge of a champion.
     *
     * @param teacher who gave the lessons
     * @param stages null when stages are not learnt
     */
    Challenge(AdaptiveStudent before, List<Lesson> lessons, Teacher teacher, StageAnswers stages) {
        this.before = before;
        this.champion = before.sentiment();
        this.stages = stages;
        List<Lesson> sorted = lessons.stream().sorted(Comparator.comparing(Lesson::id)).toList();
        this.leaning = leaning(sorted, teacher);
        sorted.forEach(this::add);
    }

    private static Leaning leaning(List<Lesson> lessons, Teacher teacher) {
        if (lessons.stream().noneMatch(lesson -> lesson.tutor() == Tutor.TEACHER)) {
            return Leaning.NONE;
        }
        List<Lesson> labelled =
                lessons.stream()
                        .filter(lesson -> lesson.tutor() == Tutor.PERSON)
                        .filter(lesson -> lesson.sentiment() != null && !isHeldBack(lesson))
                        .limit(ASKED)
                        .toList();
        if (labelled.size() < Leaning.LEAST) {
            return Leaning.NONE;
        }
        List<Leaning.Pair> pairs = new ArrayList<>();
        for (Lesson lesson : labelled) {
            teacher.distribution(lesson.verbatim())
                    .ifPresent(said -> pairs.add(new Leaning.Pair(lesson.sentiment(), said)));
        }
        return Leaning.of(pairs);
    }

    private static boolean isHeldBack(Lesson lesson) {
        return IdHash.share(lesson.id(), IdHash.Draw.HELD_BACK) < HELD_BACK;
    }

    private void add(Lesson lesson) {
        boolean kept = isHeldBack(lesson);
        (kept ? lessonsHeldBack : lessonsLearnt).add(lesson);
        if (lesson.sentiment() == null) {
            return;
        }
        Tokens tokens = Tokens.of(text(lesson.verbatim()));
        if (!tokens.saySomething()) {
            return;
        }
        boolean person = lesson.tutor() == Tutor.PERSON;
        SentimentDistribution said = person ? lesson.sentiment() : leaning.of(lesson.sentiment());
        Example example =
                new Example(
                        SentimentFeatures.of(tokens, lesson.verbatim().rating()),
                        new double[] {said.negative(), said.neutral(), said.positive()},
                        person ? PERSON : TEACHER);
        if (!kept) {
            learnt.add(example);
            return;
        }
        heldBack.add(example);
        if (!person) {
            heldBackOfTeacher.add(example);
        }
    }

    private static String text(Verbatim verbatim) {
        return verbatim.turns().size() == 1 ? verbatim.turns().get(0) : verbatim.text();
    }

    Training training(double margin) {
        LinearModel before = champion.linear();
        LinearModel after = before;
        if (!learnt.isEmpty()) {
            after = LinearModel.train(learnt, SentimentModel.CLASSES, SETTINGS, before);
            after =
                    after.withVersion(Versions.next(before.version()))
                            .withParameter(SentimentModel.SURE, sure(after));
        }
        double was = Agreement.macroF1(before, heldBack);
        double is = Agreement.macroF1(after, heldBack);
        boolean won = after != before && heldBack.size() >= LEAST_HELD_BACK && is >= was + margin;
        StageContest contest =
                stages == null
                        ? null
                        : stages.learn(
                                lessonsLearnt,
                                lessonsHeldBack,
                                after.version(),
                                this.before.stages(),
                                margin);
        boolean stagesWon = contest != null && contest.outcome().won();
        LinearModel feelings = won || !stagesWon ? after : before;
        boolean newStages = contest != null && (stagesWon || !won);
        return new Training(
                StudentFile.write(
                        feelings, newStages ? contest.challenger() : this.before.stages()),
                won,
                learnt.size(),
                heldBack.size(),
                was,
                is,
                Calibration.error(feelings, heldBack),
                contest == null ? null : contest.outcome());
    }

    /**
     * Where the challenger's answers become about as good as the teacher's own. The lessons are of
     * texts that the champion was not sure of, which are harder than the rest, so what is found
     * there may only widen what the student keeps.
     */
    private double sure(LinearModel challenger) {
        if (heldBackOfTeacher.size() < LEAST_HELD_BACK) {
            return champion.sure();
        }
        List<Judged> answers = new ArrayList<>();
        for (Example example : heldBackOfTeacher) {
            double[] probabilities = challenger.probabilities(example.features());
            int answer = Calibration.best(probabilities);
            double[] target = example.target();
            double lost = target[Calibration.best(target)] - target[answer];
            answers.add(new Judged(probabilities[answer], TOLERANCE - lost));
        }
        return Math.min(champion.sure(), Judged.threshold(answers));
    }
}
