package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One alert with what its page shows beside it.
 *
 * @param alert the document, as the index template of {@code cx-alerts} describes it
 * @param series of its stage around it
 * @param watch how far the watch over its stage is now; null when nothing is known
 */
record AlertView(JsonNode alert, Series series, Watch watch) {}
