/** Words that people use, counted so that one can tell which they use more than before. */
package io.throughline.domain.terms;
