package io.throughline.elasticsearch.bulk;

import java.io.IOException;

/** The sink stops the job, because going on would lose writes or help nobody; says what to do. */
public final class BulkSinkException extends IOException {

    private static final long serialVersionUID = 1L;

    BulkSinkException(String message) {
        super(message);
    }
}
