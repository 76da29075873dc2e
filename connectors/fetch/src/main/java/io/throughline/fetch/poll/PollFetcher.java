package io.throughline.fetch.poll;

import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Failure;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.auth.Authenticator;
import io.throughline.fetch.auth.Credentials;
import io.throughline.fetch.http.Answer;
import io.throughline.fetch.http.Asked;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.HttpCalls;
import io.throughline.fetch.http.LimitedBody;
import io.throughline.fetch.http.Statuses;
import io.throughline.fetch.http.Trouble;
import io.throughline.fetch.poll.PageContent.Shape;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a feed, round after round, and hands a page on when its body is not what it was.
 *
 * <p>A page, and what it does to the cursor, are handed over together; whatever fails in between is
 * asked for again at the same place. So a crash can make records come twice and never not at all.
 */
public final class PollFetcher implements ChannelFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(PollFetcher.class);

    /** A page that cannot be read is asked for so often before it is handed on as what it is. */
    private static final int MOST_ATTEMPTS = 4;

    private final PollPlan plan;
    private final Feed feed;
    private final TokenBucket budget;
    private final Authenticator auth;
    private final HttpCalls calls = new HttpCalls();
    private final Clock clock;
    private final HealthListener health;
    private final Trouble trouble;
    private int attempts;

    /** Why a bounded pass cannot go on, once what it has is handed over; null when it can. */
    private String lost;

    private PollFetcher(
            PollPlan plan,
            Map<String, String> stored,
            Backoff backoff,
            Optional<Duration> patience,
            Clock clock,
            HealthListener health) {
        Map<String, String> values = plan.request().values();
        this.plan = plan;
        this.feed = new Feed(plan, stored, clock);
        this.budget = new TokenBucket(plan.spec().limits().budget(), stored, clock);
        this.auth = Authenticator.of(plan.spec().auth(), values, calls, clock);
        this.clock = clock;
        this.health = health;
        this.trouble = new Trouble(plan.source(), backoff, patience, clock, health);
    }

    /** A fetcher that ends after one round. */
    public static PollFetcher bounded(
            PollPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new PollFetcher(plan, cursor, backoff, Optional.of(plan.patience()), clock, health);
    }

    /** A fetcher that never ends. */
    public static PollFetcher unbounded(
            PollPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new PollFetcher(plan, cursor, backoff, Optional.empty(), clock, health);
    }

    /**
     * Makes sure that a channel can be polled.
     *
     * @throws IllegalArgumentException when a reference has no value, or a value cannot be used;
     *     the message holds no value
     */
    public static void check(PollPlan plan, Clock clock) {
        plan.request().check();
        Map<String, String> values = plan.request().values();
        FeedCursor.of(plan.spec().cursor(), Map.of(), values, clock);
        Authenticator.of(plan.spec().auth(), values, new HttpCalls(), clock);
    }

    @Override
    public Batch fetch() throws InterruptedException {
        if (lost != null) {
            throw trouble.givenUp(origin(Asked.NOTHING), lost);
        }
        Optional<Duration> pause = budget.pause();
        if (pause.isPresent()) {
            return Batch.thenPause(List.of(), pause.get());
        }
        Credentials credentials = auth.credentials();
        if (credentials instanceof Credentials.Ready ready) {
            return fetch(ready);
        }
        return credentials instanceof Credentials.Unavailable unavailable
                ? without(unavailable)
                : Batch.of(List.of());
    }

    private Batch without(Credentials.Unavailable credentials) {
        if (trouble.bounded() && credentials.kind() == Failure.Kind.REFUSED) {
            throw trouble.givenUp(origin(Asked.NOTHING), credentials.cause());
        }
        return trouble.again(
                origin(Asked.NOTHING),
                credentials.kind(),
                credentials.cause(),
                credentials.retryAfter());
    }

    private Batch fetch(Credentials.Ready credentials) throws InterruptedException {
        Asked asked = feed.asked();
        HttpRequest.Builder request =
                plan.request()
                        .request(asked, plan.spec().timeout())
                        .setHeader("Accept-Encoding", "gzip");
        credentials.headers().forEach(request::setHeader);
        List<CursorChange> spent = budget.take();
        Answer<LimitedBody> answer =
                calls.send(
                        request.build(),
                        LimitedBody.handler(plan.spec().limits().maxBody()),
                        plan.spec().timeout());
        if (answer instanceof Answer.Received<LimitedBody> received) {
            return with(spent, received(asked, received.response()));
        }
        if (answer instanceof Answer.Failed<LimitedBody> failed) {
            return with(
                    spent,
                    trouble.again(
                            origin(asked),
                            Failure.Kind.UNREACHABLE,
                            failed.cause(),
                            Optional.empty()));
        }
        return with(spent, Batch.of(List.of()));
    }

    private static Batch with(List<CursorChange> changes, Batch batch) {
        if (changes.isEmpty()) {
            return batch;
        }
        List<Fetched> items = new ArrayList<>(batch.items());
        items.add(new Fetched(Optional.empty(), changes));
        return new Batch(items, batch.pause(), batch.finished());
    }

    private Batch received(Asked asked, HttpResponse<LimitedBody> response) {
        return Statuses.success(response.statusCode())
                ? page(asked, response)
                : refused(asked, response);
    }

    private Batch refused(Asked asked, HttpResponse<LimitedBody> response) {
        int status = response.statusCode();
        if (Statuses.unauthorized(status) && auth.refused()) {
            return Batch.of(List.of());
        }
        if (Statuses.notUnderstood(status)) {
            Optional<List<CursorChange>> forgotten = feed.restart();
            if (forgotten.isPresent()) {
                LOG.info("Channel {}: its place is not known any more, anew", plan.source());
                return Batch.thenPause(
                        List.of(new Fetched(Optional.empty(), forgotten.get())), plan.spacing());
            }
        }
        if (trouble.bounded() && !Statuses.passing(status)) {
            throw trouble.givenUp(origin(asked), "status " + status);
        }
        return trouble.again(
                origin(asked),
                Failure.kindOf(status),
                "status " + status,
                Statuses.retryAfter(response, plan.spec().limits().retryAfter(), clock.instant()));
    }

    private Batch page(Asked asked, HttpResponse<LimitedBody> response) {
        auth.accepted();
        LimitedBody body = response.body();
        PageContent page =
                PageContent.read(
                        body.bytes(), plan.records().orElse(document -> List.of()), !body.cut());
        boolean readable = page.shape() != Shape.HTML && page.shape() != Shape.CUT_OFF;
        if (!readable && ++attempts < MOST_ATTEMPTS) {
            return unreadable(asked, page.shape());
        }
        attempts = 0;
        if (readable) {
            trouble.over();
        }
        return handOn(asked, page, response);
    }

    private Batch unreadable(Asked asked, Shape shape) {
        return trouble.again(
                origin(asked),
                Failure.Kind.UNREADABLE,
                shape == Shape.HTML ? "an HTML page" : "JSON that breaks off",
                Optional.empty());
    }

    private Batch handOn(Asked asked, PageContent page, HttpResponse<LimitedBody> response) {
        Feed.Handed handed = feed.take(asked, page, response.body(), response.headers());
        if (handed.note() != null) {
            LOG.info("Channel {}: {} ({})", plan.source(), handed.note(), origin(asked));
        }
        return next(handed, asked);
    }

    private Batch next(Feed.Handed handed, Asked asked) {
        List<Fetched> items = handed.items();
        return switch (handed.state()) {
            case MORE -> {
                feed.lag().ifPresent(health::behind);
                yield Batch.thenPause(items, plan.spacing());
            }
            case COMPLETE -> {
                feed.lag().ifPresent(lag -> health.behind(Duration.ZERO));
                yield rest(items);
            }
            case CUT -> {
                if (plan.spec().cursor() != null) {
                    LOG.warn(
                            "Channel {}: a round of {} pages does not reach the end of the feed",
                            plan.source(),
                            plan.spec().page().end().most());
                }
                yield rest(items);
            }
            case LOST -> {
                if (trouble.bounded()) {
                    lost = handed.note();
                    yield Batch.of(items);
                }
                Batch pause =
                        trouble.again(
                                origin(asked),
                                Failure.Kind.UNREADABLE,
                                handed.note(),
                                Optional.empty());
                yield Batch.thenPause(items, pause.pause());
            }
        };
    }

    private Batch rest(List<Fetched> items) {
        return trouble.bounded()
                ? Batch.last(items)
                : Batch.thenPause(items, plan.spec().interval());
    }

    private String origin(Asked asked) {
        return plan.request().origin(asked);
    }

    @Override
    public void wakeUp() {
        calls.wakeUp();
    }

    @Override
    public void close() {}
}
