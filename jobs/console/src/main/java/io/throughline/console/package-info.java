/**
 * The live page for an operations team and the one JSON endpoint behind it: what Elasticsearch
 * holds now, read with a handful of small searches however many browsers watch.
 */
package io.throughline.console;
