package io.throughline.console;

import java.io.IOException;

/** Elasticsearch answered in part because its time was up. */
final class SearchTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    SearchTimeoutException() {
        super("the search took too long");
    }
}
