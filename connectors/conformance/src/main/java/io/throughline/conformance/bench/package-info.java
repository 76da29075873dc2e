/** What every check works with: the channel, the product's own parser, and what a check answers. */
package io.throughline.conformance.bench;
