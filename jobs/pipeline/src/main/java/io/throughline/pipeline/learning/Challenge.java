package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Student;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.model.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A challenger trained and tried against the version in effect, which is read from the log when the
 * training begins.
 */
final class Challenge implements Callable<Optional<Challenge.Outcome>> {

    private final LearnerSource source;
    private final Learner learner;
    private final ModelLog log;
    private final double margin;
    private final List<Lesson> lessons;
    private final long fresh;
    private final int newest;

    /**
     * What came of it.
     *
     * @param against number of the version it was tried against
     * @param agreement share of the teacher's fresh lessons whose label that version gives, 0 to 1
     * @param model the challenger, gzip
     */
    record Outcome(int against, Training training, double agreement, byte[] model) {}

    /**
     * @param lessons sorted by id
     * @param fresh event time, epoch milliseconds, from which no training has seen them
     * @param newest number of the highest version this job made
     */
    Challenge(
            LearnerSource source,
            Learner learner,
            ModelLog log,
            double margin,
            List<Lesson> lessons,
            long fresh,
            int newest) {
        this.source = source;
        this.learner = learner;
        this.log = log;
        this.margin = margin;
        this.lessons = lessons;
        this.fresh = fresh;
        this.newest = newest;
    }

    /** Empty while the version that this job made last is not committed yet. */
    @Override
    public Optional<Outcome> call() {
        VersionBook book = new VersionBook(source.engine());
        log.read(book::add);
        Optional<ModelVersion> champion = book.newest();
        int number = champion.map(ModelVersion::number).orElse(0);
        if (number < newest) {
            return Optional.empty();
        }
        Student student =
                champion.filter(version -> version.modelOf() > 0)
                        .map(version -> learner.student(version.plainModel()))
                        .orElseGet(() -> learner.student(learner.shippedStudent()));
        Training training = learner.train(student, lessons, margin);
        return Optional.of(
                new Outcome(
                        number,
                        training,
                        agreement(student),
                        ModelVersion.compressed(training.model())));
    }

    private double agreement(Student student) {
        long asked = 0;
        long same = 0;
        for (Lesson lesson : lessons) {
            if (lesson.tutor() == Tutor.TEACHER
                    && lesson.sentiment() != null
                    && lesson.occurredAt().toEpochMilli() >= fresh) {
                asked++;
                Answer alone = learner.answer(lesson.id(), lesson.verbatim(), student, 0);
                if (alone.sentiment().label() == lesson.sentiment().label()) {
                    same++;
                }
            }
        }
        return asked == 0 ? 0 : (double) same / asked;
    }
}
