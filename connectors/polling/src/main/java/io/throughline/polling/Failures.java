package io.throughline.polling;

import io.throughline.fetch.http.ChannelUnavailableException;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** What becomes of a fetcher that throws. */
final class Failures {

    private Failures() {}

    /**
     * The failure of the job. A bounded pass that has waited long enough is not started over: that
     * would not help.
     */
    static RuntimeException ofJob(Throwable failure) {
        return failure instanceof ChannelUnavailableException
                ? new SuppressRestartsException(failure)
                : new IllegalStateException("a channel broke", failure);
    }

    /** Where it was thrown; its message may hold what a channel said. */
    static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
