package io.throughline.kibana.assets;

/**
 * What panels need to know of a data view.
 *
 * @param id of the saved object
 * @param timeField by which the dashboard's time is asked for
 */
record DataView(String id, String timeField) {}
