/**
 * Fixtures taken apart into records, and what each value of a record does: found by changing it and
 * looking at what changes in the feedback, so that it holds for expressions and Java alike.
 */
package io.throughline.conformance.specimen;
