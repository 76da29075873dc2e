/**
 * Learning inside the tagging job: versions of the model from their log, lessons gathered in
 * windows of event time, and the training of the next version.
 */
package io.throughline.pipeline.learning;
