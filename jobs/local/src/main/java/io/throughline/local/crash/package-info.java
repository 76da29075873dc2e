/**
 * The crash proof: a job that reads a feed which changes under its hands is killed with {@code kill
 * -9} again and again, and what it made of the feed in the end is held against the truth.
 */
package io.throughline.local.crash;
