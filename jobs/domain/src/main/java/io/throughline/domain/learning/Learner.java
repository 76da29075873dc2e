package io.throughline.domain.learning;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.StageTags;
import java.util.List;

/**
 * A fast student that answers what it is sure of, a slow teacher that is asked about the rest, and
 * the training of the next student. Every answer depends on nothing but its arguments: neither on
 * the clock, nor on load, nor on what was asked before. Thread-safe.
 */
public interface Learner {

    /** The model that the teacher answers with, so that no other has the name; null without one. */
    default String teacher() {
        return null;
    }

    /** The student that comes with the program: version 0. */
    byte[] shippedStudent();

    /**
     * Reads a student.
     *
     * @throws IllegalArgumentException when the bytes are no such model
     */
    Student student(byte[] model);

    /**
     * Tags a feedback. The teacher is asked when the student is unsure and the hash of the id is
     * within the share; over it, the student's answer stands and its basis says so.
     *
     * @param id feedback id
     * @param teacherShare share of ids that may go to the teacher, 0 to 1
     */
    Answer answer(String id, Verbatim verbatim, Student student, double teacherShare);

    /**
     * The stages of the {@linkplain #answer answer} alone, for whom feelings would be for nothing.
     */
    default StageTags stages(String id, Verbatim verbatim, Student student, double teacherShare) {
        return answer(id, verbatim, student, teacherShare).stages();
    }

    /**
     * Trains a challenger and tries it against the champion. The same arguments give the same bytes
     * on every machine.
     *
     * @param lessons sorted by id; a fifth of them, chosen by the hash of their id, is held back
     * @param margin how much the challenger must be better by, 0 to 1: in macro-F1 at feelings, in
     *     the share of right answers at stages
     */
    Training train(Student champion, List<Lesson> lessons, double margin);
}
