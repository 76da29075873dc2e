/** What other ways of finding drops look like to a measurement; none of them ships. */
package io.throughline.domain.detect.rival;
