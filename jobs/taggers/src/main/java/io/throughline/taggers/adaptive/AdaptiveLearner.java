package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Student;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTags;
import io.throughline.taggers.student.SentimentModel;
import io.throughline.taggers.student.StudentEngine;
import io.throughline.taggers.text.CustomerTurns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A student that answers what it is sure of, and a teacher for the rest.
 *
 * <p>Where the teacher is asked, the answer is the mean of the two, in which the student counts
 * {@value #STUDENT_SHARE}: they err on different texts, and the mean is better than either. The
 * lesson is what the teacher alone said; a student that learns from itself learns less.
 */
final class AdaptiveLearner implements Learner {

    static final String ID = "adaptive";

    private static final double STUDENT_SHARE = 0.25;

    private final Teacher teacher;
    private final StageAnswers stages;

    /**
     * A learner for one journey map.
     *
     * @param stages null for a learner that is asked about feelings alone
     */
    AdaptiveLearner(Teacher teacher, StageAnswers stages) {
        this.teacher = teacher;
        this.stages = stages;
    }

    @Override
    public String teacher() {
        return teacher.tagger() instanceof TrainedModel trained ? trained.fingerprint() : null;
    }

    @Override
    public byte[] shippedStudent() {
        return StudentEngine.model();
    }

    @Override
    public Student student(byte[] model) {
        StudentFile.Parts parts = StudentFile.read(model);
        return new AdaptiveStudent(
                new SentimentModel(parts.sentiment()),
                parts.stages(),
                stages == null || parts.stages() == null ? null : stages.student(parts.stages()));
    }

    @Override
    public Answer answer(String id, Verbatim verbatim, Student student, double teacherShare) {
        AdaptiveStudent fast = (AdaptiveStudent) student;
        Felt felt = felt(id, verbatim, fast, teacherShare);
        Lesson lesson =
                felt.taught == null
                        ? null
                        : new Lesson(
                                id,
                                Instant.EPOCH,
                                verbatim,
                                felt.taught,
                                null,
                                null,
                                Tutor.TEACHER);
        return new Answer(felt.sentiment, stages(id, verbatim, fast, teacherShare), lesson);
    }

    @Override
    public StageTags stages(String id, Verbatim verbatim, Student student, double teacherShare) {
        if (stages == null) {
            return null;
        }
        StageAnswers.Fast learnt = ((AdaptiveStudent) student).stageTagger();
        StageAnswers.Fast fast = learnt == null ? stages.rules() : learnt;
        StageTags tags = fast.tag(verbatim);
        boolean unsure =
                tags.abstention() == null
                        ? !fast.isSure(tags)
                        : tags.abstention() == Abstention.UNSURE;
        return unsure && IdHash.share(id, IdHash.Draw.TEACHER) < teacherShare
                ? stages.slow(verbatim)
                : tags;
    }

    @Override
    public Training train(Student champion, List<Lesson> lessons, double margin) {
        return new Challenge((AdaptiveStudent) champion, lessons, teacher, stages).training(margin);
    }

    /**
     * The sentiment alone.
     *
     * @param sentiment the answer
     * @param taught what the teacher said; null when it was not asked or abstained
     */
    record Felt(Sentiment sentiment, SentimentDistribution taught) {}

    Felt felt(String id, Verbatim verbatim, AdaptiveStudent student, double teacherShare) {
        Abstention abstention = CustomerTurns.abstention(verbatim);
        SentimentModel model = student.sentiment();
        SentimentDistribution fast =
                abstention == null ? model.distribution(verbatim).orElse(null) : null;
        if (fast == null) {
            Abstention why = abstention == null ? Abstention.NO_TEXT : abstention;
            return new Felt(Sentiment.abstained(why, ID, student.version()), null);
        }
        if (fast.confidence() >= model.sure()) {
            return new Felt(sentiment(fast, student, Basis.STUDENT), null);
        }
        if (IdHash.share(id, IdHash.Draw.TEACHER) >= teacherShare) {
            return new Felt(sentiment(fast, student, Basis.OVER_QUOTA), null);
        }
        Optional<SentimentDistribution> slow = teacher.distribution(verbatim);
        return slow.map(said -> new Felt(sentiment(mean(fast, said), student, Basis.TEACHER), said))
                .orElseGet(() -> new Felt(sentiment(fast, student, Basis.STUDENT), null));
    }

    private static SentimentDistribution mean(
            SentimentDistribution fast, SentimentDistribution slow) {
        double rest = 1 - STUDENT_SHARE;
        return new SentimentDistribution(
                STUDENT_SHARE * fast.negative() + rest * slow.negative(),
                STUDENT_SHARE * fast.neutral() + rest * slow.neutral(),
                STUDENT_SHARE * fast.positive() + rest * slow.positive());
    }

    private static Sentiment sentiment(
            SentimentDistribution feeling, AdaptiveStudent student, Basis basis) {
        return feeling.sentiment(ID, student.version(), basis);
    }
}
