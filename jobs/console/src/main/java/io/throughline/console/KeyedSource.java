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
 * The latest answer on each thing that browsers look at. As with {@link LiveSource} one request at
 * a time asks Elasticsearch, and the others get what is at hand.
 *
 * @param <K> what is asked for
 * @param <V> what is answered
 */
final class KeyedSource<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyedSource.class);
    private static final int MOST = 32;
    private static final String PROBLEM =
            "Elasticsearch does not answer. The page tries again by itself.";

    private final Clock clock;
    private final Duration freshFor;
    private final ReentrantLock asking = new ReentrantLock();
    private final Map<K, Answer<V>> answers =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                    return size() > MOST;
                }
            };
    private volatile Question<K, V> question;

    KeyedSource(Clock clock, Duration freshFor) {
        this.clock = clock;
        this.freshFor = freshFor;
    }

    void ready(Question<K, V> source) {
        question = source;
    }

    /** Asks Elasticsearch. */
    @FunctionalInterface
    interface Question<K, V> {

        /** Empty when there is no such thing. */
        Optional<V> ask(K key) throws IOException;
    }

    /**
     * What is known of it.
     *
     * @param asOf when it was read; null when it never was
     * @param view null when it could not be read, or there is none of that id
     * @param problem why it is not current; null when it is
     */
    record Answer<V>(Instant asOf, V view, String problem) {

        /** Whether it is certain that there is no such thing. */
        boolean absent() {
            return view == null && problem == null;
        }
    }

    /** The present time, of the server. */
    Instant now() {
        return clock.instant();
    }

    Answer<V> answer(K key) {
        Question<K, V> source = question;
        if (source == null) {
            return new Answer<>(null, null, "Throughline is starting");
        }
        Answer<V> known = known(key);
        Instant now = clock.instant();
        boolean fresh =
                known != null
                        && known.problem() == null
                        && now.isBefore(known.asOf().plus(freshFor));
        if (fresh || !asking.tryLock()) {
            return known == null ? new Answer<>(null, null, "Reading") : known;
        }
        try {
            return keep(key, ask(source, key, known));
        } finally {
            asking.unlock();
        }
    }

    private Answer<V> ask(Question<K, V> source, K key, Answer<V> known) {
        try {
            Optional<V> view = source.ask(key);
            return new Answer<>(clock.instant(), view.orElse(null), null);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Elasticsearch does not answer on {}", key, e);
            return known == null
                    ? new Answer<>(null, null, PROBLEM)
                    : new Answer<>(known.asOf(), known.view(), PROBLEM);
        }
    }

    private synchronized Answer<V> known(K key) {
        return answers.get(key);
    }

    private synchronized Answer<V> keep(K key, Answer<V> answer) {
        answers.put(key, answer);
        return answer;
    }
}
