package io.throughline.conformance.bench;

/** One check of one channel. */
public interface ChannelCheck {

    /**
     * What it found.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    Verdict check(Workbench bench) throws InterruptedException;
}
