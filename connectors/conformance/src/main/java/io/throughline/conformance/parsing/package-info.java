/** Checks of how bytes become feedback. */
package io.throughline.conformance.parsing;
