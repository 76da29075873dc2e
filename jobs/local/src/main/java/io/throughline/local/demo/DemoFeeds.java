package io.throughline.local.demo;

import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.Review;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.local.demo.words.Dice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a plan through all four channels over their real ways in: a review feed to be polled, a
 * stream to be listened to, files in a folder, webhooks that are posted. {@link #open} comes first
 * and makes feed, stream and files ready to be read; {@link #deliverTo} posts the webhooks once the
 * gateway is there.
 */
public final class DemoFeeds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFeeds.class);

    /** Webhooks under way at the same time. */
    private static final int POSTERS = 6;

    private static final Duration MEAN_PAUSE = Duration.ofSeconds(1);

    /** How the feeds go on after the history. */
    public enum Mode {
        /** They end: every source that reads to the end is done some time. */
        ONCE,
        /** About one new record a second, on all channels, until closed. */
        LIVE
    }

    private final DemoPlan plan;
    private final Mode mode;
    private final Clock clock;
    private final ReviewFeed reviews;
    private final EventLog events;
    private final CallFolder folder;
    private final DemoServer server;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    POSTERS + 1,
                    task -> {
                        Thread thread = new Thread(task, "demo-feeds");
                        thread.setDaemon(true);
                        return thread;
                    });
    private WebhookPoster poster;
    private CompletableFuture<Void> delivered;

    private DemoFeeds(DemoPlan plan, Mode mode, CallFolder folder, Clock clock) throws IOException {
        this.plan = plan;
        this.mode = mode;
        this.folder = folder;
        this.clock = clock;
        this.reviews = new ReviewFeed(plan.reviews());
        this.events = new EventLog(plan.events());
        if (mode == Mode.ONCE) {
            events.end();
        }
        this.server = DemoServer.start(reviews, events);
    }

    /**
     * Starts the server and drops the history's files.
     *
     * @param calls folder of the transcripts; made when it is not there
     * @param clock of the records that come after the history
     */
    public static DemoFeeds open(DemoPlan plan, Mode mode, Path calls, Clock clock)
            throws IOException {
        DemoFeeds feeds = new DemoFeeds(plan, mode, new CallFolder(calls), clock);
        try {
            for (CallFile file : plan.calls()) {
                feeds.folder.drop(file);
            }
        } catch (IOException e) {
            feeds.close();
            throw e;
        }
        return feeds;
    }

    /** Where the server listens, e.g. {@code http://127.0.0.1:40123}. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** The review feed, with {@code ${page}} for the number of the page. */
    public String reviewsUrl() {
        return baseUrl()
                + DemoServer.REVIEWS
                + "page=${page}/id="
                + ReviewHistory.APP_ID
                + "/sortby=mostrecent/json";
    }

    /** The stream. */
    public String streamUrl() {
        return baseUrl() + DemoServer.STREAMING + "public";
    }

    /**
     * Begins to post the history's webhooks, and then, in live mode, to make up new records. Call
     * it once.
     *
     * @param webhooks URL of the gateway for the channel {@code typeform}
     * @param secret that the provider and the gateway share
     */
    public synchronized void deliverTo(URI webhooks, byte[] secret) {
        if (poster != null) {
            throw new IllegalStateException("the webhooks are being delivered already");
        }
        poster = new WebhookPoster(webhooks, secret);
        Queue<Webhook> left = new ConcurrentLinkedQueue<>(plan.webhooks());
        CompletableFuture<?>[] workers = new CompletableFuture<?>[POSTERS];
        for (int i = 0; i < POSTERS; i++) {
            workers[i] = CompletableFuture.runAsync(() -> drain(left), threads);
        }
        delivered = CompletableFuture.allOf(workers).thenRun(this::goOn);
    }

    private void goOn() {
        LOG.info("Webhooks: {} accepted, {} refused", accepted(), refused());
        if (mode == Mode.LIVE) {
            threads.execute(this::trickle);
        }
    }

    /**
     * Waits until every webhook of the history was accepted or refused. Feed, stream and files are
     * there to be read from the start.
     *
     * @throws TimeoutException when it takes longer
     */
    public void awaitDelivered(Duration atMost) throws InterruptedException, TimeoutException {
        CompletableFuture<Void> due;
        synchronized (this) {
            if (delivered == null) {
                throw new IllegalStateException("no webhook is being delivered yet");
            }
            due = delivered;
        }
        try {
            due.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the webhooks could not be delivered", e.getCause());
        }
    }

    /** Webhooks that the gateway took so far. */
    public synchronized long accepted() {
        return poster == null ? 0 : poster.accepted();
    }

    /** Webhooks that the gateway turned away so far. */
    public synchronized long refused() {
        return poster == null ? 0 : poster.refused();
    }

    private void drain(Queue<Webhook> left) {
        try {
            for (Webhook next = left.poll(); next != null; next = left.poll()) {
                poster.post(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed before every webhook was delivered", e);
        }
    }

    private void trickle() {
        LiveRecords records = new LiveRecords(plan.options());
        Instant last = Instant.EPOCH;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Instant now = clock.instant();
                Dice dice = Dice.of(plan.options().seed(), "pause", now.toEpochMilli());
                Thread.sleep((long) dice.waiting((double) MEAN_PAUSE.toMillis()));
                Instant at = clock.instant();
                Instant earliest = last.plus(Casting.STEP);
                last = at.isBefore(earliest) ? earliest : at;
                records.next(last, new Outlets());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.close();
    }

    private final class Outlets implements LiveRecords.Outlet {

        @Override
        public void review(Review review) {
            reviews.add(review.entry(ReviewHistory.APP_ID));
        }

        @Override
        public void webhook(Webhook webhook) throws InterruptedException {
            poster.post(webhook);
        }

        @Override
        public void call(CallFile file) {
            try {
                folder.drop(file);
            } catch (IOException e) {
                LOG.warn("Transcript {} could not be dropped: {}", file.name(), e.toString());
            }
        }

        @Override
        public void event(StreamEvent event) {
            events.add(event);
        }
    }
}
