/**
 * Lens formulas: text to tree to columns, as Kibana itself does when a person types one. A formula
 * in a saved object is no text alone: every function in it that asks Elasticsearch is a column of
 * its own, and what is calculated from these is a tree in another.
 */
package io.throughline.kibana.formula;
