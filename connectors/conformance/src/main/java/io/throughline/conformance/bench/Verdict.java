package io.throughline.conformance.bench;

import java.util.Objects;

/** What a check found. */
public sealed interface Verdict {

    /**
     * The channel behaves.
     *
     * @param tried what was tried, with counts: a check that tried nothing does not pass
     */
    record Passed(String tried) implements Verdict {
        public Passed {
            Objects.requireNonNull(tried, "tried");
        }
    }

    /**
     * The channel does not behave.
     *
     * @param message what was expected, what came instead, where, and what to do about it
     */
    record Failed(String message) implements Verdict {
        public Failed {
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * The check has nothing to do with this channel.
     *
     * @param why what the channel does not have
     */
    record NotApplicable(String why) implements Verdict {
        public NotApplicable {
            Objects.requireNonNull(why, "why");
        }
    }
}
