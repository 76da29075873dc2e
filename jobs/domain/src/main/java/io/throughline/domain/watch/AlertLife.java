package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.alert.FixClaim;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lives of the alerts of one stage in one direction, one after the other.
 *
 * <p>A life begins when the detector fires. It ends as resolved when feedback shows a return or
 * somebody accepts the level; as no-data when feedback runs dry; as suppressed when what held it
 * back did so to the end. Between, a silence or a fault holds it back: it is suppressed and not
 * over, which its missing end says, and fires as soon as the evidence stands without what the fault
 * concerns, be that while the fault lasts or after it.
 */
final class AlertLife {

    private final Direction direction;
    private FlapGuard guard = new FlapGuard();
    private Phase phase = Phase.QUIET;
    private Alert alert;
    private Alert told;
    private boolean faulty;
    private boolean everFired;
    private Instant lastEvidence;

    AlertLife(Direction direction) {
        this.direction = direction;
    }

    Direction direction() {
        return direction;
    }

    boolean open() {
        return alert != null;
    }

    boolean is(String id) {
        return alert != null && alert.id().equals(id);
    }

    /** When it began; only of an open one. */
    Instant onset() {
        return alert.onset().at();
    }

    /** The detector says something about a window with feedback in it. */
    void hear(Finding finding, LifeContext context) {
        guard.next(finding.phase());
        phase = finding.phase();
        if (phase == Phase.FIRES && alert == null) {
            alert = context.begin(finding);
            told = null;
            everFired = false;
            lastEvidence = finding.at();
            faulty = !faults(context, finding.at()).isEmpty();
        } else if (alert != null && finding.onset() != null && phase != Phase.FIRES) {
            alert =
                    Draft.began(
                            alert, finding.onset(), context.resolution(direction, alert.figures()));
        }
    }

    /** Feedback came, up to that time. */
    void evidence(Instant at) {
        lastEvidence = at;
    }

    void acknowledge(String by, Instant at) {
        if (alert.handling().acknowledgedBy() == null) {
            alert = Draft.handled(alert, alert.handling().acknowledged(by, at));
        }
    }

    /** It is told that it is mended; the latest word stands, and nothing is decided by it. */
    void claim(String by, Instant at, String comment) {
        alert = Draft.handled(alert, alert.handling().claimed(new FixClaim(by, at, comment)));
    }

    /**
     * The level that it has changed to is the level; where feedback has shown the former one by
     * now, there is none to accept, and it has ended by itself.
     */
    void accept(String by, Instant at, LifeContext context) {
        Alert ended = Draft.ended(alert, AlertState.RESOLVED, at);
        if (calm()) {
            alert = ended;
            return;
        }
        alert = Draft.handled(ended, alert.handling().accepted(by));
        context.accept(direction);
    }

    /** Later records change the figures that it fired with, and which channels carry them. */
    void correct(Figures figures, List<Driver> drivers) {
        if (alert != null && (alert.corrected() != null || !figures.equals(alert.figures()))) {
            alert = Draft.corrected(alert, figures, drivers.isEmpty() ? alert.drivers() : drivers);
        }
    }

    /** What of it is new at that time, as the next version. */
    Optional<Alert> settle(Instant at, LifeContext context) {
        if (alert == null) {
            return Optional.empty();
        }
        if (alert.resolvedAt() == null) {
            alert = next(at, context);
        }
        if (alert.equals(told)) {
            return Optional.empty();
        }
        Alert word = Draft.told(alert, alert.version() + 1, at);
        alert = word;
        told = word;
        everFired |= word.state() != AlertState.SUPPRESSED;
        if (word.resolvedAt() != null) {
            alert = null;
            told = null;
            faulty = false;
            phase = Phase.QUIET;
        }
        return Optional.of(word);
    }

    private Alert next(Instant at, LifeContext context) {
        if (noData(context).filter(end -> !end.isAfter(at)).isPresent()) {
            return end(AlertState.NO_DATA, at, context);
        }
        Alert draft = Draft.handled(alert, alert.handling().withFlapping(guard.flapping()));
        List<DataFault> faults = faulty ? faults(context, at) : List.of();
        if (calm() && !guard.flapping()) {
            boolean heard = everFired || draft.handling().silence() == null && !faulty;
            return Draft.ended(draft, heard ? AlertState.RESOLVED : AlertState.SUPPRESSED, at);
        }
        if (faulty && context.stands(draft, faults)) {
            faulty = false;
            faults = List.of();
            draft = Draft.firedAt(draft, at);
        }
        String silence = context.silence(direction).orElse(null);
        draft = Draft.handled(draft, draft.handling().held(silence, kinds(faults)));
        draft = Draft.state(draft, state(draft));
        Optional<Instant> escalation = escalation(draft, context);
        return escalation.isPresent() && !escalation.get().isAfter(at)
                ? Draft.handled(draft, draft.handling().escalated(at))
                : draft;
    }

    private boolean calm() {
        return phase == Phase.RECOVERED || phase == Phase.QUIET || phase == Phase.PENDING;
    }

    private AlertState state(Alert draft) {
        if (draft.handling().silence() != null || faulty) {
            return AlertState.SUPPRESSED;
        }
        return phase == Phase.RECOVERING && !guard.flapping()
                ? AlertState.RECOVERING
                : AlertState.FIRING;
    }

    private Alert end(AlertState state, Instant at, LifeContext context) {
        context.end(direction);
        return Draft.ended(alert, state, at);
    }

    private List<DataFault> faults(LifeContext context, Instant at) {
        return context.faults(direction, alert.onset().at(), at);
    }

    private static List<String> kinds(List<DataFault> faults) {
        return faults.stream().map(fault -> fault.kind().id()).distinct().sorted().toList();
    }

    /** When it goes to the sponsor, if nobody takes it up before; held back alerts do not. */
    private static Optional<Instant> escalation(Alert draft, LifeContext context) {
        boolean taken =
                draft.state() == AlertState.SUPPRESSED
                        || draft.handling().acknowledgedBy() != null
                        || draft.handling().escalatedAt() != null
                        || draft.ownership().sponsor() == null;
        return taken
                ? Optional.empty()
                : Optional.of(draft.firedAt().plus(context.rules().escalateAfter()));
    }

    /** The earliest time at which it changes without another word. */
    Optional<Instant> due(LifeContext context) {
        if (alert == null) {
            return Optional.empty();
        }
        return Stream.of(noData(context), escalation(alert, context))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** When silence ends it; a collapse of volume is shown by silence and never ended by it. */
    private Optional<Instant> noData(LifeContext context) {
        return direction == Direction.VOLUME_COLLAPSE
                ? Optional.empty()
                : Optional.of(lastEvidence.plus(context.rules().noDataAfter()));
    }

    void write(DataOutput out) throws IOException {
        guard.write(out);
        Bytes.text(out, phase.name());
        Bytes.optional(out, alert, Records::alert);
        Bytes.optional(out, told, Records::alert);
        out.writeBoolean(faulty);
        out.writeBoolean(everFired);
        Bytes.instant(out, lastEvidence);
    }

    static AlertLife read(Direction direction, DataInput in) throws IOException {
        AlertLife read = new AlertLife(direction);
        read.guard = FlapGuard.read(in);
        read.phase = Phase.valueOf(Bytes.text(in));
        read.alert = Bytes.optional(in, Records::alert);
        read.told = Bytes.optional(in, Records::alert);
        read.faulty = in.readBoolean();
        read.everFired = in.readBoolean();
        read.lastEvidence = Bytes.instant(in);
        return read;
    }
}
