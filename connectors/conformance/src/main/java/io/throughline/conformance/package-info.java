/**
 * The kit that every channel must pass: plain Java, judged by the channel's own fixtures and a
 * server in the kit that behaves as badly as servers do.
 */
package io.throughline.conformance;
