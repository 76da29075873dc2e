package io.throughline.domain.learning;

/** A fast model, read and ready: what {@link Learner#student(byte[])} makes. Thread-safe. */
public interface Student {

    /** Version as it stands on the tags, e.g. {@code student-1}. */
    String version();
}
