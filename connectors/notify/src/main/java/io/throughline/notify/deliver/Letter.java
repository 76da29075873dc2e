package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.notify.message.Occasion;

/** One alert that a receiver is to be told of, and why. */
record Letter(Alert alert, Occasion occasion) {}
