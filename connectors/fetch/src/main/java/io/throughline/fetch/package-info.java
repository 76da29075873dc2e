/**
 * What a channel that fetches has to do, free of Flink: hand over envelopes together with the
 * change of the cursor that says they were handed over.
 */
package io.throughline.fetch;
