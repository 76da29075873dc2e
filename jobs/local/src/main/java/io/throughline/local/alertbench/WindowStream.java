package io.throughline.local.alertbench;

import io.throughline.domain.detect.WindowSums;

/** The windows of a stage in order, without a gap. */
interface WindowStream {

    /** The next window; null when nobody said anything in it. */
    WindowSums next();

    /** Seconds from the begin to the end of the window that came last. */
    long position();
}
