package io.throughline.taggers.adaptive;

/**
 * A stage student as it is stored.
 *
 * @param of journey and version of the map it learnt on, and a hash of what that map tells of its
 *     stages: {@code retail@3 5d0c…}; students of before have no hash
 */
record StageBytes(String of, byte[] model) {}
