package io.throughline.fetch.poll;

import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.CursorSpec.Order;
import io.throughline.channels.definition.Placeholders;
import io.throughline.fetch.CursorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text that the server gives with a page to ask from next time. In an ascending feed that of each
 * page stands for all before it; in any other that of the first page is the newest, and good only
 * when the round is complete.
 */
final class TokenCursor implements FeedCursor {

    private final CursorSpec spec;
    private final String start;
    private String since;
    private String asked;
    private String newest;

    TokenCursor(CursorSpec spec, Map<String, String> stored, Map<String, String> values) {
        this.spec = spec;
        this.start = spec.start() == null ? null : Placeholders.resolve(spec.start(), values::get);
        this.since = stored.get(Entries.SINCE);
        this.asked = stored.getOrDefault(Entries.ASKED, since);
        this.newest = stored.get(Entries.NEWEST);
    }

    @Override
    public void begin() {
        asked = since;
        newest = null;
    }

    @Override
    public void ask(Map<String, String> references, Map<String, String> params) {
        references.put("cursor", asked != null ? asked : start != null ? start : "");
        if (spec.param() != null && params.containsKey(spec.param())) {
            // The page before has told where to go on, in the same words.
            return;
        }
        boolean first = asked == null;
        String param = first && spec.startParam() != null ? spec.startParam() : spec.param();
        String value = first ? start : asked;
        if (param != null && value != null) {
            params.putIfAbsent(param, value);
        }
    }

    @Override
    public List<CursorChange> page(PageContent page, Lasting lasting) {
        List<CursorChange> changes = new ArrayList<>();
        Optional<String> given = page.value(spec.from());
        if (spec.order() == Order.ASC && given.isPresent()) {
            since = given.get();
            changes.add(new CursorChange(Entries.SINCE, since));
        } else if (newest == null && given.isPresent()) {
            newest = given.get();
        }
        if (lasting == Lasting.KEPT) {
            changes.add(new CursorChange(Entries.ASKED, asked));
            changes.add(new CursorChange(Entries.NEWEST, newest));
        }
        return changes;
    }

    @Override
    public List<CursorChange> complete(Certainty certainty) {
        if (newest == null) {
            return List.of();
        }
        since = newest;
        return List.of(new CursorChange(Entries.SINCE, since));
    }
}
