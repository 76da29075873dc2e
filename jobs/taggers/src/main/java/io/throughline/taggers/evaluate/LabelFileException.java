package io.throughline.taggers.evaluate;

import java.nio.charset.CharacterCodingException;

/** A file of labels that cannot be used; the message says where and what is due. */
public final class LabelFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LabelFileException(String message) {
        super(message);
    }

    private LabelFileException(String message, Throwable cause) {
        super(message, cause);
    }

    static LabelFileException at(String file, long line, String problem) {
        return new LabelFileException(file + ":" + line + ": " + problem);
    }

    static LabelFileException array(String file) {
        return new LabelFileException(
                file
                        + " is a JSON array; of JSON one object a line is read. Make them with:"
                        + " jq -c '.[]' "
                        + file
                        + " > labels.jsonl");
    }

    /** The file is broken at about that line. */
    static LabelFileException unreadable(String file, long line, Exception why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new LabelFileException(
                        file
                                + ":"
                                + line
                                + ": it is not UTF-8 from about here on; convert it, for example"
                                + " with iconv",
                        why);
            }
        }
        return new LabelFileException(
                file + ":" + line + ": it is no CSV that can be read: " + why.getMessage(), why);
    }
}
