package io.throughline.fetch.http;

import java.net.http.HttpResponse;

/** How a request ended. */
public sealed interface Answer<B> {

    /** The server answered, with whatever status. */
    record Received<B>(HttpResponse<B> response) implements Answer<B> {}

    /**
     * There was no answer.
     *
     * @param cause kind of failure, without addresses
     */
    record Failed<B>(String cause) implements Answer<B> {}

    /** Somebody woke the waiting thread up; the request was given up. */
    record Woken<B>() implements Answer<B> {}
}
