package io.throughline.local.run;

import io.throughline.document.FeedbackDocument;
import io.throughline.local.stack.ProcessMemory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when the first document of this run is searchable, and the most memory in use. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Instant startedAt;
    private final SummaryReader reader;
    private final ProcessMemory memory;
    private final Thread thread;
    private volatile Instant firstSearchable;
    private volatile boolean stopped;

    private Watch(Instant startedAt, SummaryReader reader, ProcessMemory memory) {
        this.startedAt = startedAt;
        this.reader = reader;
        this.memory = memory;
        this.thread = new Thread(this::run, "watch");
        thread.setDaemon(true);
    }

    static Watch start(Instant startedAt, SummaryReader reader) {
        Watch watch = new Watch(startedAt, reader, ProcessMemory.sampling());
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!stopped && firstSearchable == null) {
            try {
                if (reader.countSoFar(FeedbackDocument.ALIAS).orElse(0) > 0) {
                    firstSearchable = Instant.now();
                }
                Thread.sleep(PAUSE.toMillis());
            } catch (IOException e) {
                LOG.debug("Elasticsearch does not count yet", e);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The client wraps an interrupt.
                if (!stopped) {
                    throw e;
                }
            }
        }
    }

    /** Seconds from the command to the first searchable document; -1 when there is none. */
    double firstSearchableSeconds() {
        return firstSearchable == null ? -1 : secondsTo(firstSearchable);
    }

    /** Seconds from the command until now. */
    double seconds() {
        return secondsTo(Instant.now());
    }

    private double secondsTo(Instant instant) {
        return Duration.between(startedAt, instant).toMillis() / 1000.0;
    }

    long peakMemoryBytes() {
        return memory.peakBytes();
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        memory.close();
    }
}
