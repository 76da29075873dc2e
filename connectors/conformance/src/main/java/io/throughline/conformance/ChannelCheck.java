package io.throughline.conformance;

/** One check of one channel. */
interface ChannelCheck {

    /**
     * What it found.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    Verdict check(Workbench bench) throws InterruptedException;
}
