package io.throughline.local.provision;

/** What a step of a plan comes to. */
enum Effect {
    /** It is not there and is put in place. */
    CREATE,
    /** It is there, otherwise, and is changed. */
    UPDATE,
    /** It is as it should be. */
    UNCHANGED,
    /** It cannot be as it should; it stays as it is, and everything else goes on. */
    LEFT,
    /** It stands in the way: nothing at all is changed. */
    REFUSED;

    boolean changes() {
        return this == CREATE || this == UPDATE;
    }
}
