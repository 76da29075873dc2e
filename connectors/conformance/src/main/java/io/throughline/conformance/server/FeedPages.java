package io.throughline.conformance.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.PageSpec;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.time.TimeReader;
import io.throughline.conformance.channel.SourceNotes;
import io.throughline.conformance.server.HttpRequests.Asked;
import io.throughline.conformance.specimen.Document;
import io.throughline.conformance.specimen.Place;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests with pages of a feed, in the way the channel's definition says that its source
 * does: pages by number, offset, text or link, and filtered by the cursor. A page looks like the
 * fixture it is made from, with other records in it.
 */
public final class FeedPages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AT = "kit-at-";

    private final RequestSpec spec;
    private final Document template;
    private final Feed feed;
    private final SourceNotes source;
    private final int size;
    private final RequestPattern pattern;
    private final Map<String, List<FeedRecord>> listings = new HashMap<>();
    private String url = "";
    private int emptyFrom = -1;
    private int emptyPages;
    private Optional<String> filteredBy = Optional.empty();

    /**
     * A page.
     *
     * @param link header {@code Link}; null when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(boolean found, byte[] body, String link) {}

    /**
     * @param template a page of the source
     * @param source what the server does whatever the definition says
     * @param size records on a page
     */
    public FeedPages(RequestSpec spec, Document template, Feed feed, SourceNotes source, int size) {
        this.spec = spec;
        this.template = template;
        this.feed = feed;
        this.source = source;
        this.size = size;
        this.pattern = new RequestPattern(spec);
    }

    void servedAt(String address) {
        url = address;
    }

    /** Pages from that one on, so many of them, are empty, and the records come after them. */
    public synchronized void empty(int from, int pages) {
        emptyFrom = from;
        emptyPages = pages;
    }

    /** The cursor that the last first page was asked with. */
    public synchronized Optional<String> filteredBy() {
        return filteredBy;
    }

    String retryAfter() {
        return source.retryAfter().orElse(spec.limits().retryAfter());
    }

    synchronized Page answer(Asked asked) {
        PageSpec page = spec.page();
        if (page instanceof PageSpec.Link link) {
            return linked(link, asked);
        }
        if (page instanceof PageSpec.Token token) {
            return tokened(token, asked);
        }
        if (page instanceof PageSpec.Numbered numbered) {
            int number = number(numbered.param(), "page", asked).orElse(numbered.first());
            return numbered(number - numbered.first(), size, asked);
        }
        if (page instanceof PageSpec.Offset offset) {
            int first = number(offset.param(), "offset", asked).orElse(offset.first());
            return numbered((first - offset.first()) / offset.size(), offset.size(), asked);
        }
        return page(listing(asked), 0, Integer.MAX_VALUE);
    }

    private Optional<Integer> number(String param, String reference, Asked asked) {
        return asked.param(param)
                .or(() -> pattern.value(reference, asked.whole()))
                .map(Integer::parseInt);
    }

    private Page numbered(int page, int recordsOfPage, Asked asked) {
        List<FeedRecord> records = listing(asked);
        int index = page;
        if (emptyFrom >= 0 && page >= emptyFrom) {
            if (page < emptyFrom + emptyPages) {
                return page(List.of(), 0, recordsOfPage);
            }
            index = page - emptyPages;
        }
        return page(records, index * recordsOfPage, recordsOfPage);
    }

    private Page linked(PageSpec.Link link, Asked asked) {
        String session = asked.param("kit").orElse(null);
        Step step = step(session, asked);
        Page page = page(step.records(), step.from(), step.empty() ? 0 : size);
        String next = step.next(size);
        boolean last = next == null;
        String address = last ? null : url + "/kit?kit=" + next;
        if (link.next() == null) {
            return new Page(true, page.body(), last ? null : "<" + address + ">; rel=\"next\"");
        }
        return with(page, link.next(), last ? null : TextNode.valueOf(address));
    }

    private Page tokened(PageSpec.Token token, Asked asked) {
        String session =
                asked.param(token.param())
                        .or(() -> pattern.value("next", asked.whole()))
                        .filter(text -> text.startsWith(AT))
                        .orElse(null);
        Step step = step(session, asked);
        Page page = page(step.records(), step.from(), step.empty() ? 0 : size);
        String next = step.next(size);
        boolean marks = spec.cursor() != null && spec.cursor().kind() == CursorSpec.Kind.TOKEN;
        String mark = next == null && marks ? step.end() : next;
        Page told =
                with(
                        page,
                        token.next(),
                        mark == null ? NullNode.getInstance() : TextNode.valueOf(mark));
        Expression until = spec.page().end().until();
        return until == null ? told : with(told, until, BooleanNode.valueOf(next == null));
    }

    /** Where in which listing a request is. */
    private Step step(String session, Asked asked) {
        if (session == null) {
            List<FeedRecord> records = listing(asked);
            String id = "l" + listings.size();
            listings.put(id, records);
            return new Step(id, records, 0, 0);
        }
        String[] parts = session.substring(session.startsWith(AT) ? AT.length() : 0).split("-");
        if (parts[0].equals("log")) {
            return new Step(
                    "log", feed.log(), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        return new Step(
                parts[0],
                listings.get(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }

    private final class Step {

        private final String id;
        private final List<FeedRecord> records;
        private final int from;
        private final int page;

        private Step(String id, List<FeedRecord> records, int from, int page) {
            this.id = id;
            this.records = records;
            this.from = from;
            this.page = page;
        }

        List<FeedRecord> records() {
            return records;
        }

        int from() {
            return from;
        }

        boolean empty() {
            return emptyFrom >= 0 && page >= emptyFrom && page < emptyFrom + emptyPages;
        }

        /** Null on the last page. */
        String next(int recordsOfPage) {
            int to = empty() ? from : Math.min(records.size(), from + recordsOfPage);
            boolean token = spec.cursor() != null && spec.cursor().kind() == CursorSpec.Kind.TOKEN;
            if (to >= records.size()) {
                return null;
            }
            return AT + (token ? "log" : id) + "-" + to + "-" + (page + 1);
        }

        /** The place after everything there is. */
        String end() {
            return AT + "log-" + records.size() + "-" + (page + 1);
        }
    }

    /** The records that a first request is for. */
    private List<FeedRecord> listing(Asked asked) {
        CursorSpec cursor = spec.cursor();
        if (cursor == null) {
            return feed.sorted(null, Feed.Order.NEWEST_FIRST);
        }
        if (cursor.kind() == CursorSpec.Kind.TOKEN) {
            return feed.log();
        }
        boolean newestFirst = source.newestFirst().orElse(cursor.order() != CursorSpec.Order.ASC);
        Feed.Order order = newestFirst ? Feed.Order.NEWEST_FIRST : Feed.Order.OLDEST_FIRST;
        Optional<String> since =
                cursor.dataFeed()
                        ? Optional.empty()
                        : asked.param(cursor.param())
                                .or(() -> pattern.value("cursor", asked.whole()));
        filteredBy = since;
        return since.isEmpty()
                ? feed.sorted(null, order)
                : after(cursor, since.get(), feed.sorted(null, order));
    }

    /** A server whose filter leaves the boundary out gives only what is later. */
    private List<FeedRecord> after(CursorSpec cursor, String since, List<FeedRecord> records) {
        List<FeedRecord> later = new ArrayList<>();
        boolean included = source.includesBoundary().orElse(cursor.inclusive());
        for (FeedRecord each : records) {
            int compared = compared(cursor, each, since);
            if (compared > 0 || (compared == 0 && included)) {
                later.add(each);
            }
        }
        return later;
    }

    private static int compared(CursorSpec cursor, FeedRecord each, String since) {
        if (cursor.kind() == CursorSpec.Kind.NUMBER) {
            return cursor.field()
                    .text(each.json())
                    .map(text -> new BigDecimal(text.strip()))
                    .orElse(BigDecimal.ZERO)
                    .compareTo(new BigDecimal(since));
        }
        Instant from =
                new TimeReader(List.of(cursor.format()), cursor.zoneId())
                        .read(since)
                        .orElseThrow(
                                () ->
                                        new UncheckedIOException(
                                                new IOException(since + " is no cursor")));
        long granule = Math.max(1, cursor.granularity().toMillis());
        return Long.compare(
                each.changedAt().toEpochMilli() / granule, from.toEpochMilli() / granule);
    }

    private Page page(List<FeedRecord> records, int from, int most) {
        int begin = Math.min(from, records.size());
        int end = (int) Math.min(records.size(), (long) begin + most);
        RawEnvelope envelope =
                template.with(records.subList(begin, end).stream().map(FeedRecord::json).toList());
        return new Page(true, envelope.payload(), null);
    }

    /** The page with another value at a place; without any when it is null. */
    private static Page with(Page page, Expression at, JsonNode value) {
        Place place = Place.of(at.toString()).orElseThrow();
        try {
            JsonNode root = JSON.readTree(page.body());
            JsonNode changed =
                    value == null
                            ? place.in(root).isMissingNode() ? root : place.removed(root)
                            : place.replaced(root, value);
            return new Page(true, JSON.writeValueAsBytes(changed), page.link());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page made by the kit is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
