package io.throughline.fetch.poll;

/** Entries of the cursor of a channel that is polled. */
final class Entries {

    static final String SINCE = "since";
    static final String PENDING = "pending";
    static final String BEGUN = "round.begun";
    static final String ASKED = "round.asked";
    static final String NEWEST = "round.newest";
    static final String NEXT = "round.next";
    static final String STEP = "round.step";
    static final String BUDGET = "budget";

    private Entries() {}
}
