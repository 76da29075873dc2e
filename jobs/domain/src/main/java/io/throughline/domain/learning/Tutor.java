package io.throughline.domain.learning;

/** Who gave a lesson its labels. */
public enum Tutor {
    /** The deep engine behind the fast one. */
    TEACHER,
    /** A person who corrected a tag. */
    PERSON
}
