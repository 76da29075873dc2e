/** The kit as JUnit tests: the only package that needs JUnit. */
package io.throughline.conformance.junit;
