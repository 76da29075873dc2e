package io.throughline.fetch.poll;

import io.throughline.channels.definition.Limits;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.http.Asked;
import io.throughline.fetch.http.LimitedBody;
import io.throughline.fetch.poll.PageContent.Shape;
import io.throughline.model.Hashes;
import io.throughline.model.RawEnvelope;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feed as far as it does not matter how pages come here: what to ask for, and what becomes of the
 * page that is the answer.
 */
final class Feed {

    /**
     * A page as it is handed over.
     *
     * @param note what is odd about it; null when nothing is
     */
    record Handed(List<Fetched> items, Round.State state, String note) {}

    private final PollPlan plan;
    private final Clock clock;
    private final PageMemory memory;
    private final FeedCursor cursor;
    private final Round round;

    Feed(PollPlan plan, Map<String, String> stored, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.memory = new PageMemory(stored);
        this.cursor = FeedCursor.of(plan.spec().cursor(), stored, plan.request().values(), clock);
        this.round =
                new Round(
                        plan.spec().page(),
                        cursor,
                        stored,
                        plan.request()::holdsSecret,
                        plan.request().home());
    }

    /** What to ask for now. */
    Asked asked() {
        return round.asked();
    }

    /** See {@link Round#restart}. */
    Optional<List<CursorChange>> restart() {
        return round.restart();
    }

    /** See {@link FeedCursor#lag}. */
    Optional<Duration> lag() {
        return cursor.lag();
    }

    /** Looks into a page. */
    PageContent read(LimitedBody body) {
        return PageContent.read(
                body.bytes(), plan.records().orElse(document -> List.of()), !body.cut());
    }

    /** Goes on after a page. */
    Handed take(Asked asked, PageContent page, LimitedBody body, HttpHeaders headers) {
        RawEnvelope envelope = envelope(asked, body, headers);
        int slot = memory.slot(round.number(), round.pages(), plan.spec());
        Optional<Boolean> seenEmpty = memory.seenEmpty(slot, body.bytes());
        boolean html = page.shape() == Shape.HTML;
        boolean empty = !html && isEmpty(page, envelope, seenEmpty);
        Round.Taken taken =
                round.take(
                        page,
                        empty,
                        Hashes.sha256(body.bytes()),
                        plan.request().uri(asked),
                        headers);
        List<CursorChange> changes = new ArrayList<>(taken.changes());
        boolean known = html ? memory.seenHtml(body.bytes()) : seenEmpty.isPresent();
        if (!known) {
            changes.addAll(
                    html
                            ? memory.rememberHtml(body.bytes())
                            : memory.remember(slot, body.bytes(), empty));
        }
        Optional<RawEnvelope> handed = known || empty ? Optional.empty() : Optional.of(envelope);
        return new Handed(
                handed.isEmpty() && changes.isEmpty()
                        ? List.of()
                        : List.of(new Fetched(handed, changes)),
                taken.state(),
                taken.note());
    }

    private boolean isEmpty(PageContent page, RawEnvelope envelope, Optional<Boolean> seenEmpty) {
        return page.json() && plan.records().isPresent()
                ? round.nothingNew(page)
                : seenEmpty.orElseGet(() -> plan.empty().test(envelope));
    }

    private RawEnvelope envelope(Asked asked, LimitedBody body, HttpHeaders headers) {
        Instant now = clock.instant();
        byte[] payload =
                body.cut()
                        ? Arrays.copyOf(body.bytes(), Math.min(body.bytes().length, Limits.CUT_TO))
                        : body.bytes();
        return new RawEnvelope(
                plan.source(),
                now,
                now,
                "observed",
                plan.request().origin(asked),
                round.number(),
                headers.firstValue("Content-Type")
                        .map(type -> Map.of("content-type", type))
                        .orElse(Map.of()),
                body.cut() ? body.size() : -1,
                payload);
    }
}
