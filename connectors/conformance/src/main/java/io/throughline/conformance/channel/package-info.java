/** The channel under test and its fixtures, from a folder, the class path, or made in Java. */
package io.throughline.conformance.channel;
