/**
 * What a channel of a sample could look like: reads a payload nobody has described, proposes where
 * identity, time, text and rating are, says why, and writes the definition. Pure: bytes in, text
 * out.
 */
package io.throughline.channels.scaffold;
