package io.throughline.conformance.fetching;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.PageSpec;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.expression.Expression;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.server.Feed;
import io.throughline.conformance.server.FeedPages;
import io.throughline.conformance.server.FeedRecord;
import io.throughline.conformance.server.FeedServer;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A polled channel, a feed, and the server that serves it. */
final class Polling implements AutoCloseable {

    /** Records on a page. */
    static final int PAGE = 2;

    private final Workbench bench;
    private final FeedMaker maker;
    private final Feed feed = new Feed();
    private final FeedPages pages;
    private final FeedServer server;
    private final Map<Integer, FeedRecord> records = new TreeMap<>();

    private Polling(Workbench bench, RequestSpec spec, FeedMaker maker) {
        this.bench = bench;
        this.maker = maker;
        this.pages =
                new FeedPages(
                        spec,
                        maker.specimen().document(),
                        feed,
                        bench.channel().notes().source(),
                        PAGE);
        this.server = FeedServer.start(pages);
    }

    /** Why nothing can be polled; empty when it can. */
    static Optional<Verdict> hindrance(Workbench bench) {
        ChannelDefinition definition = bench.definition();
        if (definition.fetcher() != null) {
            return Optional.of(
                    new Verdict.NotApplicable(
                            "the fetcher "
                                    + definition.fetcher().name()
                                    + " is written in Java: its own tests say how it fetches"));
        }
        RequestSpec spec = MockedChannel.requestOf(definition);
        if (spec == null) {
            return Optional.of(
                    new Verdict.NotApplicable("mode " + definition.mode().id() + " polls nothing"));
        }
        Optional<Expression> odd = functions(spec).stream().findFirst();
        if (odd.isPresent()) {
            return Optional.of(
                    new Verdict.NotApplicable(
                            odd.get() + " is no plain path, so the kit's server cannot set it"));
        }
        if (bench.specimens().isEmpty()) {
            return Optional.of(Findings.noFeedback());
        }
        if (spec.cursor() != null
                && spec.cursor().field() != null
                && bench.specimens().stream()
                        .noneMatch(
                                specimen ->
                                        spec.cursor()
                                                .field()
                                                .text(specimen.record())
                                                .isPresent())) {
            return Optional.of(
                    new Verdict.Failed(
                            "request.cursor: 'field' "
                                    + spec.cursor().field()
                                    + " finds nothing in any record of the fixtures, so the cursor"
                                    + " would never move: expected a time or number in every"
                                    + " record. Mend the path: it begins at a record, not at the"
                                    + " page"));
        }
        return FeedMaker.of(bench, spec.cursor(), Polling::onAPage).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Failed(
                                "no fixture is a page as the server sends it, with a list of"
                                        + " records of which one becomes feedback: add one, so that"
                                        + " the kit's server can serve such pages"));
    }

    /** Expressions that the server must fill in and cannot. */
    private static List<Expression> functions(RequestSpec spec) {
        List<Expression> expressions = new ArrayList<>();
        if (spec.page() instanceof PageSpec.Link link) {
            expressions.add(link.next());
        } else if (spec.page() instanceof PageSpec.Token token) {
            expressions.add(token.next());
        }
        expressions.add(spec.page().end().until());
        CursorSpec cursor = spec.cursor();
        if (cursor != null) {
            expressions.add(cursor.field());
            expressions.add(cursor.from());
        }
        expressions.removeIf(each -> each == null || Place.of(each.toString()).isPresent());
        return expressions;
    }

    static Polling of(Workbench bench) {
        RequestSpec spec = MockedChannel.requestOf(bench.definition());
        return new Polling(
                bench, spec, FeedMaker.of(bench, spec.cursor(), Polling::onAPage).orElseThrow());
    }

    private static boolean onAPage(Specimen specimen) {
        return specimen.document().holdsMany();
    }

    FeedMaker maker() {
        return maker;
    }

    FeedServer server() {
        return server;
    }

    FeedPages pages() {
        return pages;
    }

    Drive drive() {
        return new Drive(
                MockedChannel.polling(
                        bench.definition(), server.url(), bench.channel().notes().values()),
                bench.newParser());
    }

    /** Adds a record. */
    void add(int number, int hour) {
        put(maker.record(number, hour));
    }

    /** Edits a record. */
    void edit(int number, int hour) {
        put(maker.edited(records.get(number), hour));
    }

    private void put(FeedRecord record) {
        records.put(record.number(), record);
        feed.put(record);
    }

    /** What should be live of the records there are: id and revision. */
    Map<String, Long> due() {
        Map<String, Long> due = new TreeMap<>();
        for (FeedRecord record : records.values()) {
            maker.feedback(record.json())
                    .ifPresent(feedback -> due.put(feedback.id(), feedback.revision()));
        }
        return due;
    }

    /** What is live of what was fetched. */
    static Map<String, Long> got(Drive drive) {
        Map<String, Long> got = new TreeMap<>();
        for (Feedback feedback : drive.live().values()) {
            got.put(feedback.id(), feedback.revision());
        }
        return got;
    }

    @Override
    public void close() {
        server.close();
    }
}
