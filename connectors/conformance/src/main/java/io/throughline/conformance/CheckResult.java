package io.throughline.conformance;

import io.throughline.conformance.bench.Verdict;

/** What one check found on one channel. */
public record CheckResult(Check check, Verdict verdict) {

    /** Whether the channel fails the kit over this. */
    public boolean failed() {
        return verdict instanceof Verdict.Failed;
    }
}
