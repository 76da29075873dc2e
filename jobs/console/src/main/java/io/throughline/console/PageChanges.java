package io.throughline.console;

import io.throughline.alert.AlertCommand;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where what people change from the page goes. What is absent cannot be done there, and the page
 * does not offer it.
 *
 * @param tagger tells how the tagger has learnt, from the same topics
 * @param alerts takes what they say of alerts; throws when it cannot
 */
public record PageChanges(
        Consumer<AlertCommand> alerts,
        Optional<CorrectionDesk> corrections,
        Optional<ReplayDesk> replays,
        Optional<TaggerLog> tagger) {

    public PageChanges {
        Objects.requireNonNull(alerts, "alerts");
        Objects.requireNonNull(corrections, "corrections");
        Objects.requireNonNull(replays, "replays");
        Objects.requireNonNull(tagger, "tagger");
    }

    /** Changes of alerts alone. */
    public static PageChanges ofAlerts(Consumer<AlertCommand> alerts) {
        return new PageChanges(alerts, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with corrections. */
    public PageChanges withCorrections(CorrectionDesk desk) {
        return new PageChanges(alerts, Optional.of(desk), replays, tagger);
    }

    /** The same with replays of dead letters. */
    public PageChanges withReplays(ReplayDesk desk) {
        return new PageChanges(alerts, corrections, Optional.of(desk), tagger);
    }

    /** The same with how the tagger has learnt, which changes nothing but is read beside. */
    public PageChanges withTagger(TaggerLog log) {
        return new PageChanges(alerts, corrections, replays, Optional.of(log));
    }
}
