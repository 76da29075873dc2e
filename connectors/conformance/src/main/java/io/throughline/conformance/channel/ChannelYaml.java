package io.throughline.conformance.channel;

/**
 * The text of a definition.
 *
 * @param name shown in problems
 */
public record ChannelYaml(String name, String text) {}
