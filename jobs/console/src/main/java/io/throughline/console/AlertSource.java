package io.throughline.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest answer on each alert that browsers look at. As with {@link LiveSource} one request at
 * a time asks Elasticsearch, and the others get what is at hand.
 */
final class AlertSource {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSource.class);
    private static final int MOST = 32;
    private static final String PROBLEM =
            "Elasticsearch does not answer. The page tries again by itself.";

    private final Clock clock;
    private final Duration freshFor;
    private final ReentrantLock asking = new ReentrantLock();
    private final Map<String, Answer> answers =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
                    return size() > MOST;
                }
            };
    private volatile AlertQueries queries;

    AlertSource(Clock clock, Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    void ready(AlertQueries source) {
        queries = source;
    }

    /**
     * What is known of an alert.
     *
     * @param asOf when it was read; null when it never was
     * @param view null when it could not be read, or there is none of that id
     * @param problem why it is not current; null when it is
     */
    record Answer(Instant asOf, AlertView view, String problem) {

        /** Whether it is certain that there is no such alert. */
        boolean absent() {
            return view == null && problem == null;
        }
    }

    /** The present time, of the server. */
    Instant now() {
        return clock.instant();
    }

    Answer answer(String id) {
        AlertQueries source = queries;
        if (source == null) {
            return new Answer(null, null, "Throughline is starting");
        }
        Answer known = known(id);
        Instant now = clock.instant();
        boolean fresh =
                known != null
                        && known.problem() == null
                        && now.isBefore(known.asOf().plus(freshFor));
        if (fresh || !asking.tryLock()) {
            return known == null ? new Answer(null, null, "Reading") : known;
        }
        try {
            return keep(id, ask(source, id, known));
        } finally {
            asking.unlock();
        }
    }

    private Answer ask(AlertQueries source, String id, Answer known) {
        try {
            Optional<AlertView> view = source.ask(id);
            return new Answer(clock.instant(), view.orElse(null), null);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Elasticsearch does not answer on an alert", e);
            return known == null
                    ? new Answer(null, null, PROBLEM)
                    : new Answer(known.asOf(), known.view(), PROBLEM);
        }
    }

    private synchronized Answer known(String id) {
        return answers.get(id);
    }

    private synchronized Answer keep(String id, Answer answer) {
        answers.put(id, answer);
        return answer;
    }
}
