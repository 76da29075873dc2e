package io.throughline.taggers.evaluate;

/** A file of labels that cannot be used; the message says where and what is due. */
public final class LabelFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LabelFileException(String message) {
        super(message);
    }
}
