package io.throughline.conformance.server;

/**
 * A message of a stream.
 *
 * @param event name of a server-sent event; null for none
 * @param place where in the stream it is, as it says itself; null when it does not
 * @param data JSON or text on one line
 */
public record StreamMessage(String event, Long place, String data) {}
