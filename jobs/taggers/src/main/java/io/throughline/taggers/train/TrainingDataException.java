package io.throughline.taggers.train;

import java.io.IOException;

/** Labelled data that cannot be trained on; the message says where and what is due. */
public final class TrainingDataException extends IOException {

    private static final long serialVersionUID = 1L;

    TrainingDataException(String message) {
        super(message);
    }
}
