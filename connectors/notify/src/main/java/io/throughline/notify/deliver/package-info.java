/**
 * Tells receivers of alerts: what is due to whom, once, again when it did not come through, and
 * never on account of another receiver.
 */
package io.throughline.notify.deliver;
