/**
 * Alerts for the command line: what the topics hold of them, and what people tell the detectors.
 */
package io.throughline.local.alerts;
