/** What is measured on the journey, as pure formulas that every reader of the facts shares. */
package io.throughline.measure;
