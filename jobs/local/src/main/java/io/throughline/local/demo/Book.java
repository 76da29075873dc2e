package io.throughline.local.demo;

import io.throughline.model.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The generator's own accounts while a history is written. */
final class Book {

    private final Map<String, DemoLabel> labels = new LinkedHashMap<>();
    private final TreeSet<String> secrets = new TreeSet<>();
    private final Map<Channel, Expectation.Ledger> ledgers = new EnumMap<>(Channel.class);

    Expectation.Ledger ledger(DemoSource source) {
        return ledgers.computeIfAbsent(source.channel(), key -> new Expectation.Ledger());
    }

    /** Notes what is live under an id; a later entry replaces the former. */
    void label(DemoSource source, String naturalId, Draft draft, String text) {
        label(source, naturalId, draft, draft.at(), text);
    }

    void label(DemoSource source, String naturalId, Draft draft, Instant occurredAt, String text) {
        String id = source.feedbackId(naturalId);
        boolean none = draft.stage().equals(WorldRules.UNASSIGNED);
        String stage = none ? null : draft.stage();
        labels.put(
                id, new DemoLabel(id, draft.channel(), occurredAt, stage, draft.feeling(), text));
    }

    void unlabel(DemoSource source, String naturalId) {
        labels.remove(source.feedbackId(naturalId));
    }

    void secrets(Collection<String> found) {
        secrets.addAll(found);
    }

    List<DemoLabel> labels() {
        return new ArrayList<>(labels.values());
    }

    Set<String> secrets() {
        return secrets;
    }

    Map<Channel, Expectation> expectations() {
        Map<Channel, Expectation> totals = new EnumMap<>(Channel.class);
        ledgers.forEach((channel, ledger) -> totals.put(channel, ledger.total()));
        return totals;
    }
}
