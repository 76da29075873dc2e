package io.throughline.domain.tagging;

import io.throughline.model.ProcessingStage;

/** A tagging step that threw; says which one and the kind of failure, not the customer's words. */
public final class TaggingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProcessingStage step;

    TaggingFailedException(ProcessingStage step, Throwable cause) {
        super(step.id() + " failed with " + cause.getClass().getSimpleName(), cause);
        this.step = step;
    }

    /** The step that failed. */
    public ProcessingStage step() {
        return step;
    }
}
