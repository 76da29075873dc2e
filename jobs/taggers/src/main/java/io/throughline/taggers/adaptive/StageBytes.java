package io.throughline.taggers.adaptive;

/**
 * A stage student as it is stored.
 *
 * @param of journey and version of the map it is for, e.g. {@code retail@3}
 */
record StageBytes(String of, byte[] model) {}
