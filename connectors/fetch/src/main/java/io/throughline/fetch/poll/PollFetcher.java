package io.throughline.fetch.poll;

import io.throughline.channels.definition.Limits;
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
import io.throughline.model.Hashes;
import io.throughline.model.RawEnvelope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final PageMemory memory;
    private final FeedCursor cursor;
    private final Round round;
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
        this.memory = new PageMemory(stored);
        this.cursor = FeedCursor.of(plan.spec().cursor(), stored, values, clock);
        this.round =
                new Round(
                        plan.spec().page(),
                        cursor,
                        stored,
                        plan.request()::holdsSecret,
                        plan.request().home());
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
        Asked asked = round.asked();
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
            Optional<List<CursorChange>> forgotten = round.restart();
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
        RawEnvelope envelope = envelope(asked, response);
        byte[] body = response.body().bytes();
        int slot = memory.slot(round.number(), round.pages(), plan.spec());
        Optional<Boolean> seenEmpty = memory.seenEmpty(slot, body);
        boolean html = page.shape() == Shape.HTML;
        boolean empty = !html && isEmpty(page, envelope, seenEmpty);
        Round.Taken taken =
                round.take(
                        page,
                        empty,
                        Hashes.sha256(body),
                        plan.request().uri(asked),
                        response.headers());
        List<CursorChange> changes = new ArrayList<>(taken.changes());
        boolean known = html ? memory.seenHtml(body) : seenEmpty.isPresent();
        if (!known) {
            changes.addAll(html ? memory.rememberHtml(body) : memory.remember(slot, body, empty));
        }
        Fetched fetched =
                new Fetched(known || empty ? Optional.empty() : Optional.of(envelope), changes);
        List<Fetched> items =
                fetched.envelope().isEmpty() && changes.isEmpty() ? List.of() : List.of(fetched);
        if (taken.note() != null) {
            LOG.info("Channel {}: {} ({})", plan.source(), taken.note(), origin(asked));
        }
        return next(taken, items, asked);
    }

    private boolean isEmpty(PageContent page, RawEnvelope envelope, Optional<Boolean> seenEmpty) {
        return page.json() && plan.records().isPresent()
                ? round.nothingNew(page)
                : seenEmpty.orElseGet(() -> plan.empty().test(envelope));
    }

    private Batch next(Round.Taken taken, List<Fetched> items, Asked asked) {
        return switch (taken.state()) {
            case MORE -> {
                cursor.lag().ifPresent(health::behind);
                yield Batch.thenPause(items, plan.spacing());
            }
            case COMPLETE -> {
                cursor.lag().ifPresent(lag -> health.behind(Duration.ZERO));
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
                    lost = taken.note();
                    yield Batch.of(items);
                }
                Batch pause =
                        trouble.again(
                                origin(asked),
                                Failure.Kind.UNREADABLE,
                                taken.note(),
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

    private RawEnvelope envelope(Asked asked, HttpResponse<LimitedBody> response) {
        Instant now = clock.instant();
        LimitedBody body = response.body();
        byte[] payload =
                body.cut()
                        ? Arrays.copyOf(body.bytes(), Math.min(body.bytes().length, Limits.CUT_TO))
                        : body.bytes();
        return new RawEnvelope(
                plan.source(),
                now,
                now,
                "observed",
                origin(asked),
                round.number(),
                response.headers()
                        .firstValue("Content-Type")
                        .map(type -> Map.of("content-type", type))
                        .orElse(Map.of()),
                body.cut() ? body.size() : -1,
                payload);
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
