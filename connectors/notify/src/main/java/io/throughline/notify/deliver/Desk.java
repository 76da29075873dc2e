package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import java.time.Instant;

/**
 * Does the post of one receiver. Alerts may be put down by another thread than the one that works.
 */
interface Desk {

    /** An alert as it is now; an older version than was put down before changes nothing. */
    void put(Alert alert);

    /** Sends what is due, and answers when to look again if nothing is put down before. */
    Instant work() throws InterruptedException;
}
