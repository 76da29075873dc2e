/** Checks of how bytes get in: polls and streams against the kit's servers, and signatures. */
package io.throughline.conformance.fetching;
