package io.throughline.fetch.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.CursorSpec.Order;
import io.throughline.fetch.CursorChange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time or a number that grows. It moves to the greatest that was handed over, which is not always
 * safe at once: in an ascending feed it is page by page, in any other only after the round's last
 * page, and after a round that may have missed a record only once the next has looked again. A time
 * counts only when it lies before the beginning of the round: what is written while a round reads
 * may sort before what was read already, and a time in the future would hide all until then.
 */
final class ValueCursor implements FeedCursor {

    private final CursorSpec spec;
    private final CursorValues values;
    private final Clock clock;
    private BigDecimal since;
    private BigDecimal pending;
    private BigDecimal asked;
    private BigDecimal newest;
    private Instant begun;
    private boolean ascending;
    private boolean sure;

    ValueCursor(CursorSpec spec, CursorValues values, Map<String, String> stored, Clock clock) {
        this.clock = clock;
        this.spec = spec;
        this.values = values;
        this.since = number(stored.get(Entries.SINCE));
        this.pending = number(stored.get(Entries.PENDING));
        begin();
        this.newest = number(stored.get(Entries.NEWEST));
        if (stored.containsKey(Entries.BEGUN)) {
            this.begun = Instant.ofEpochMilli(Long.parseLong(stored.get(Entries.BEGUN)));
            this.asked = number(stored.get(Entries.ASKED));
        }
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Override
    public void begin() {
        begun = clock.instant();
        newest = null;
        sure = true;
        ascending = spec.order() == Order.ASC;
        asked =
                since == null
                        ? values.start().map(values::asked).orElse(null)
                        : values.asked(values.lookedBack(since));
    }

    @Override
    public void ask(Map<String, String> references, Map<String, String> params) {
        BigDecimal from = asked == null ? BigDecimal.ZERO : asked;
        references.put("cursor", values.written(from));
        if (asked == null || spec.dataFeed()) {
            return;
        }
        String param =
                since == null && spec.startParam() != null ? spec.startParam() : spec.param();
        if (param != null) {
            params.putIfAbsent(param, values.written(asked));
        }
    }

    @Override
    public List<CursorChange> page(PageContent page, Lasting lasting) {
        BigDecimal last = null;
        for (JsonNode record : page.records()) {
            Optional<BigDecimal> value = values.of(record);
            if (value.isPresent()) {
                ascending &= last == null || last.compareTo(value.get()) <= 0;
                last = value.get();
                newest = values.settled(last, begun) ? max(newest, last) : newest;
            }
        }
        List<CursorChange> changes = new ArrayList<>();
        if (ascending && sure) {
            changes.addAll(moveTo(newest));
        }
        if (lasting == Lasting.KEPT) {
            changes.add(new CursorChange(Entries.BEGUN, Long.toString(begun.toEpochMilli())));
            changes.add(new CursorChange(Entries.ASKED, text(asked)));
            changes.add(new CursorChange(Entries.NEWEST, text(newest)));
        }
        return changes;
    }

    @Override
    public boolean allOlder(PageContent page) {
        if (!spec.dataFeed() || spec.order() != Order.DESC || asked == null) {
            return false;
        }
        List<Optional<BigDecimal>> all = page.records().stream().map(values::of).toList();
        return !all.isEmpty()
                && all.stream()
                        .allMatch(value -> value.filter(v -> v.compareTo(asked) < 0).isPresent());
    }

    @Override
    public boolean advance() {
        if (!ascending || spec.dataFeed() || newest == null) {
            return false;
        }
        BigDecimal next = values.asked(newest);
        if (asked != null && next.compareTo(asked) <= 0) {
            return false;
        }
        asked = next;
        return true;
    }

    @Override
    public void doubt() {
        sure = false;
    }

    @Override
    public boolean ordered() {
        return ascending || spec.order() == Order.DESC;
    }

    @Override
    public Optional<Duration> lag() {
        return newest == null ? Optional.empty() : values.until(newest);
    }

    @Override
    public List<CursorChange> complete(Certainty certainty) {
        if ((ascending && sure) || certainty == Certainty.SURE) {
            boolean waiting = pending != null;
            List<CursorChange> changes = new ArrayList<>(moveTo(max(pending, newest)));
            pending = null;
            if (waiting) {
                changes.add(new CursorChange(Entries.PENDING, null));
            }
            return changes;
        }
        List<CursorChange> changes = new ArrayList<>(moveTo(pending));
        pending = newest;
        changes.add(new CursorChange(Entries.PENDING, text(pending)));
        return changes;
    }

    private List<CursorChange> moveTo(BigDecimal value) {
        BigDecimal moved = max(since, value);
        if (moved == null || (since != null && moved.compareTo(since) == 0)) {
            return List.of();
        }
        since = moved;
        return List.of(new CursorChange(Entries.SINCE, text(since)));
    }

    private static BigDecimal max(BigDecimal a, BigDecimal b) {
        return a == null ? b : b == null ? a : a.max(b);
    }

    private static String text(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
