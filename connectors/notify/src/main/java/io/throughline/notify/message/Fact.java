package io.throughline.notify.message;

/**
 * One thing to know about an alert.
 *
 * @param label a few words that say what it is about
 * @param text one or two sentences
 */
public record Fact(String label, String text) {}
