package io.throughline.console;

import io.throughline.console.LiveJson.Envelope;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest answer for all browsers. One request at a time asks Elasticsearch, and only when the
 * answer is older than allowed; the others get the answer at hand at once, so that a hanging server
 * behind holds no thread of the page.
 */
final class LiveSource {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSource.class);

    private final Clock clock;
    private final Duration freshFor;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile String status = "Starting";
    private volatile LiveQueries queries;
    private volatile Answered latest;

    LiveSource(Clock clock, Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    void status(String step) {
        status = step == null ? "" : step;
    }

    void ready(LiveQueries source) {
        status = "";
        queries = source;
    }

    /** The answer as JSON in UTF-8. */
    byte[] json() {
        return LiveJson.write(envelope());
    }

    /** The answer. */
    Envelope envelope() {
        Instant now = clock.instant();
        LiveQueries source = queries;
        if (source != null) {
            refresh(source, now);
        }
        return known(now, source);
    }

    /**
     * What is known without asking, but for the figures: that the page is there, and as of when.
     */
    Envelope still() {
        return known(clock.instant(), queries).withoutView();
    }

    private Envelope known(Instant now, LiveQueries source) {
        Answered answered = latest;
        if (source == null) {
            return LiveJson.starting(now, status);
        }
        return answered == null
                ? LiveJson.starting(now, "Reading the first figures")
                : LiveJson.answer(now, status, answered);
    }

    /** Why the page cannot show what Elasticsearch holds now; empty when it can. */
    Optional<String> problem() {
        LiveQueries source = queries;
        if (source == null) {
            return Optional.of(status);
        }
        refresh(source, clock.instant());
        Answered answered = latest;
        return answered == null
                ? Optional.of("Reading the first figures")
                : Optional.ofNullable(answered.problem());
    }

    /** Whether there was an answer of Elasticsearch at some time. */
    boolean everAnswered() {
        Answered answered = latest;
        return answered != null && answered.view() != null;
    }

    private void refresh(LiveQueries source, Instant now) {
        Answered known = latest;
        boolean fresh = known != null && now.isBefore(known.askedAt().plus(freshFor));
        if (!fresh && asking.tryLock()) {
            try {
                latest = ask(source, known);
            } finally {
                asking.unlock();
            }
        }
    }

    private Answered ask(LiveQueries source, Answered known) {
        try {
            LiveView view = source.ask();
            if (known != null && known.problem() != null) {
                LOG.info("Elasticsearch answers the live page again");
            }
            Instant at = clock.instant();
            return new Answered(at, at, view, null);
        } catch (IOException | RuntimeException e) {
            if (known == null || known.problem() == null) {
                LOG.warn("Elasticsearch does not answer the live page", e);
            }
            return Answered.failed(clock.instant(), known);
        }
    }

    /**
     * What the last try gave.
     *
     * @param viewAt when the view was read; null when none ever was
     * @param view the last good one; null when none ever was
     * @param problem why the last try failed; null when it did not
     */
    record Answered(Instant askedAt, Instant viewAt, LiveView view, String problem) {

        private static final String PROBLEM =
                "Elasticsearch does not answer. The page tries again by itself.";

        static Answered failed(Instant at, Answered known) {
            return known == null
                    ? new Answered(at, null, null, PROBLEM)
                    : new Answered(at, known.viewAt, known.view, PROBLEM);
        }
    }
}
