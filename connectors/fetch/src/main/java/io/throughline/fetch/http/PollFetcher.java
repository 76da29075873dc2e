package io.throughline.fetch.http;

import io.throughline.channels.definition.Limits;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.Failure;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.model.RawEnvelope;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Polls numbered pages, pass after pass, and hands a page on when its body is not what it was.
 *
 * <p>Pages are taken by number and links in them are not followed, so a last page that names itself
 * as the next one cannot make it go round. The place within a pass is not kept: after a restart a
 * pass begins anew, which costs requests and no record.
 */
public final class PollFetcher implements ChannelFetcher {

    private final PollPlan plan;
    private final PageMemory memory;
    private final Clock clock;
    private final Trouble trouble;
    private final HttpCalls calls;
    private int page;
    private int emptyInARow;

    private PollFetcher(
            PollPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Optional<Duration> patience,
            Clock clock,
            HealthListener health) {
        this.plan = plan;
        this.calls = new HttpCalls(plan.request().redirects());
        this.memory = new PageMemory(cursor);
        this.clock = clock;
        this.trouble = new Trouble(plan.source(), backoff, patience, clock, health);
        this.page = plan.firstPage();
    }

    /** A fetcher that ends after one pass over all pages. */
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

    @Override
    public Batch fetch() throws InterruptedException {
        Answer<LimitedBody> answer =
                calls.send(
                        plan.request().request(page, plan.timeout()).build(),
                        LimitedBody.handler(Limits.MAX_CARRIED),
                        plan.timeout());
        if (answer instanceof Answer.Received<LimitedBody> received) {
            return received(received.response());
        }
        if (answer instanceof Answer.Failed<LimitedBody> failed) {
            return trouble.again(
                    plan.request().origin(page),
                    Failure.Kind.UNREACHABLE,
                    failed.cause(),
                    Optional.empty());
        }
        return Batch.of(List.of());
    }

    private Batch received(HttpResponse<LimitedBody> response) {
        int status = response.statusCode();
        if (!Statuses.success(status)) {
            String origin = plan.request().origin(page);
            if (trouble.bounded() && !Statuses.passing(status)) {
                throw trouble.givenUp(origin, "status " + status);
            }
            return trouble.again(
                    origin,
                    Failure.kindOf(status),
                    "status " + status,
                    Statuses.retryAfter(response, clock.instant()));
        }
        trouble.over();
        List<Fetched> items = page(response);
        page++;
        if (page <= plan.lastPage() && emptyInARow < plan.stopAfterEmpty()) {
            return Batch.thenPause(items, plan.spacing());
        }
        page = plan.firstPage();
        emptyInARow = 0;
        return trouble.bounded() ? Batch.last(items) : Batch.thenPause(items, plan.interval());
    }

    private List<Fetched> page(HttpResponse<LimitedBody> response) {
        byte[] body = response.body().bytes();
        RawEnvelope envelope = envelope(response);
        if (Html.looksLike(body)) {
            return memory.seenHtml(body)
                    ? List.of()
                    : List.of(Fetched.of(envelope, memory.rememberHtml(body)));
        }
        Optional<Boolean> seenEmpty = memory.seenEmpty(page, body);
        boolean empty = seenEmpty.orElseGet(() -> plan.empty().test(envelope));
        emptyInARow = empty ? emptyInARow + 1 : 0;
        if (seenEmpty.isPresent()) {
            return List.of();
        }
        return List.of(
                empty
                        ? Fetched.onlyCursor(memory.remember(page, body, true))
                        : Fetched.of(envelope, memory.remember(page, body, false)));
    }

    private RawEnvelope envelope(HttpResponse<LimitedBody> response) {
        Instant now = clock.instant();
        LimitedBody body = response.body();
        byte[] payload = body.cut() ? Arrays.copyOf(body.bytes(), Limits.CUT_TO) : body.bytes();
        return new RawEnvelope(
                plan.source(),
                now,
                now,
                "observed",
                plan.request().origin(page),
                page,
                response.headers()
                        .firstValue("Content-Type")
                        .map(type -> Map.of("content-type", type))
                        .orElse(Map.of()),
                body.cut() ? body.size() : -1,
                payload);
    }

    @Override
    public void wakeUp() {
        calls.wakeUp();
    }

    @Override
    public void close() {}
}
