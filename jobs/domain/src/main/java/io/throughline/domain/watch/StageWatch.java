package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.alert.StageStatus;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.rollup.Change;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Watches one stage of one journey: takes what feedback adds or takes back, closes windows of event
 * time, and tells of every alert that changed. The order of calls between two calls of {@link
 * #advance} does not matter. Not for several threads.
 *
 * <p>It goes from one event time at which something is due to the next, so that one long advance
 * and many short ones tell the same, versions included.
 */
public final class StageWatch {

    private static final int VERSION = 3;
    private static final long MINUTE = 60;

    /** Watermarks beyond it say that nothing more comes. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final String journey;
    private final String stage;
    private StageDetectors detectors = new StageDetectors(AlertRules.DEFAULT);
    private WaitingCommands commands = new WaitingCommands();
    private Silences silences = new Silences();
    private Faults faults = new Faults();
    private Words words = new Words();
    private Origins origins = new Origins();
    private StageOwner owner;
    private final Map<Direction, AlertLife> lives = new EnumMap<>(Direction.class);
    private final StageLife context = new StageLife();
    private Instant at = Instant.EPOCH;
    private boolean faultTold;

    /** A watch that has seen nothing. */
    public StageWatch(String journey, String stage) {
        this.journey = Objects.requireNonNull(journey, "journey");
        this.stage = Objects.requireNonNull(stage, "stage");
        this.owner = StageOwner.unknown(stage);
        for (Direction direction : Direction.values()) {
            lives.put(direction, new AlertLife(direction));
        }
    }

    /** A contribution of this stage, added or taken back, of any time, early or late. */
    public void apply(Change change) {
        detectors.apply(change.contribution(), change.sign());
        origins.apply(
                change.contribution().minute(), change.contribution().traits(), change.sign());
        words.apply(change);
    }

    /**
     * A word of somebody; it counts from its event time on, or from now on when that is past. The
     * same command again changes nothing.
     *
     * @throws io.throughline.yaml.YamlException when its document cannot be used; nothing changes
     */
    public void tell(AlertCommand command) {
        switch (command.kind()) {
            case RULES -> AlertRulesReader.read(command.id(), command.document());
            case JOURNEY -> JourneyMapReader.read(command.id(), command.document());
            case ACKNOWLEDGE, ACCEPT, CLAIM, SILENCE, UNSILENCE -> {}
        }
        commands.add(command, at);
    }

    /** Something is wrong with the data, or is so no more; of other stages it changes nothing. */
    public void tell(DataFault fault) {
        if (fault.journey().equals(journey)
                && (fault.stage() == null || fault.stage().equals(stage))) {
            faults.tell(fault);
            faultTold = true;
        }
    }

    /**
     * Closes every window that ends at or before the watermark. The watermark after which nothing
     * comes closes what there is and no more.
     *
     * @return alerts that changed, oldest change first, each with a higher version
     */
    public List<Alert> advance(Instant watermark) {
        List<Alert> told = new ArrayList<>();
        for (Finding finding : detectors.correct()) {
            if (finding.figures() != null) {
                lives.get(finding.direction())
                        .correct(context.withAuthors(finding), finding.drivers());
            }
        }
        settle(told);
        Instant limit = watermark.isAfter(END) ? detectors.end().orElse(at) : watermark;
        Optional<Instant> next = due();
        while (next.isPresent() && !next.get().isAfter(limit)) {
            step(next.get().isAfter(at) ? next.get() : at, told);
            next = due();
        }
        if (limit.isAfter(at)) {
            at = limit;
            detectors.closeTo(at);
        }
        return List.copyOf(told);
    }

    /** The earliest event time at which {@link #advance} has something to do. */
    public Optional<Instant> due() {
        Instant due = earlier(detectors.due(), null);
        due = earlier(commands.next(), due);
        due = earlier(silences.next(), due);
        due = earlier(faultTold ? Optional.of(at) : faults.nextEnd(at), due);
        for (AlertLife life : lives.values()) {
            due = earlier(life.due(context), due);
        }
        return Optional.ofNullable(due);
    }

    private static Instant earlier(Optional<Instant> one, Instant other) {
        return one.isEmpty() || other != null && !one.get().isBefore(other) ? other : one.get();
    }

    private void step(Instant time, List<Alert> told) {
        at = time;
        faultTold = false;
        commands.upTo(at).forEach(this::obey);
        StageDetectors.Step step = detectors.step(at);
        long minute = Math.floorDiv(at.getEpochSecond(), MINUTE);
        words.close(minute);
        origins.forget(minute);
        for (AlertLife life : lives.values()) {
            boolean sentiment =
                    life.direction() == Direction.DROP || life.direction() == Direction.RISE;
            if (sentiment ? step.labelled() : step.feedback()) {
                life.evidence(at);
            }
        }
        for (Finding finding : step.findings()) {
            lives.get(finding.direction()).hear(finding, context);
        }
        silences.advance(at);
        faults.advance(at);
        settle(told);
    }

    private void settle(List<Alert> told) {
        lives.values().forEach(life -> life.settle(at, context).ifPresent(told::add));
    }

    private void obey(AlertCommand command) {
        switch (command.kind()) {
            case RULES -> detectors.rules(AlertRulesReader.read(command.id(), command.document()));
            case JOURNEY -> {
                JourneyMap map = JourneyMapReader.read(command.id(), command.document());
                if (map.journey().equals(journey)) {
                    owner = StageOwner.of(map, stage).orElse(owner);
                }
            }
            case SILENCE -> silences.add(command);
            case UNSILENCE -> silences.end(command.alert());
            case ACKNOWLEDGE -> find(command).ifPresent(life -> life.acknowledge(command.by(), at));
            case CLAIM ->
                    find(command)
                            .ifPresent(life -> life.claim(command.by(), at, command.comment()));
            case ACCEPT -> find(command).ifPresent(life -> life.accept(command.by(), at, context));
        }
    }

    private Optional<AlertLife> find(AlertCommand command) {
        return lives.values().stream().filter(life -> life.is(command.alert())).findFirst();
    }

    /** Changes that came for days that are settled, and so have no effect on alerts. */
    public long tooLate() {
        return detectors.tooLate();
    }

    /** How far the watch over sentiment is. */
    public StageStatus status() {
        var sentiment = detectors.sentiment();
        return new StageStatus(
                journey,
                stage,
                at,
                sentiment.learning(),
                sentiment.count(),
                sentiment.needed(),
                sentiment.expected(),
                sentiment.statistic(Direction.DROP),
                sentiment.threshold(Direction.DROP),
                sentiment.pendingSince(Direction.DROP).orElse(null));
    }

    /** How far the watch over volume is. */
    public VolumeStatus volumeStatus() {
        return detectors.volume();
    }

    /** Writes the whole state; the same state gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        Bytes.text(out, journey);
        Bytes.text(out, stage);
        Bytes.instant(out, at);
        out.writeBoolean(faultTold);
        detectors.write(out);
        commands.write(out);
        silences.write(out);
        faults.write(out);
        words.write(out);
        origins.write(out);
        owner.write(out);
        for (AlertLife life : lives.values()) {
            life.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StateFormatException when another release wrote it
     */
    public static StageWatch read(DataInput in) throws IOException {
        Bytes.version(in, VERSION, "watch over a stage");
        StageWatch read = new StageWatch(Bytes.text(in), Bytes.text(in));
        read.at = Bytes.instant(in);
        read.faultTold = in.readBoolean();
        read.detectors = StageDetectors.read(in);
        read.commands = WaitingCommands.read(in);
        read.silences = Silences.read(in);
        read.faults = Faults.read(in);
        read.words = Words.read(in);
        read.origins = Origins.read(in);
        read.owner = StageOwner.read(in);
        for (Direction direction : Direction.values()) {
            read.lives.put(direction, AlertLife.read(direction, in));
        }
        return read;
    }

    /** What the lives of this stage's alerts have to know and to tell. */
    private final class StageLife implements LifeContext {

        @Override
        public Alert begin(Finding finding) {
            return NewAlert.of(
                    journey,
                    stage,
                    owner,
                    finding,
                    withAuthors(finding),
                    words,
                    origins,
                    resolution(finding.direction(), finding.figures()));
        }

        @Override
        public String resolution(Direction direction, Figures figures) {
            return switch (direction) {
                case DROP, RISE ->
                        Resolution.of(figures, detectors.sentiment().feedbackToReturn(direction));
                case VOLUME_SURGE, VOLUME_COLLAPSE ->
                        VolumeResolution.of(
                                direction,
                                detectors.perDay(),
                                detectors.hoursAsUsual(VolumeResolution.MOST_HOURS),
                                rules());
            };
        }

        Figures withAuthors(Finding finding) {
            Instant from =
                    finding.onset() != null
                            ? finding.onset().at()
                            : lives.get(finding.direction()).open()
                                    ? lives.get(finding.direction()).onset()
                                    : finding.at();
            return detectors.withAuthors(finding.figures(), from, finding.at());
        }

        @Override
        public AlertRules rules() {
            return detectors.rules();
        }

        @Override
        public Optional<String> silence(Direction direction) {
            return silences.matching(
                    Map.of(
                            "stage",
                            stage,
                            "journey",
                            journey,
                            "rule",
                            direction.rule(),
                            "direction",
                            direction.id()));
        }

        @Override
        public List<DataFault> faults(Direction direction, Instant from, Instant until) {
            return faults.between(direction, from, until);
        }

        @Override
        public boolean stands(Alert alert, List<DataFault> of) {
            return detectors.stands(alert, of);
        }

        @Override
        public void end(Direction direction) {
            detectors.end(direction);
        }

        @Override
        public void accept(Direction direction) {
            detectors.accept(direction);
        }
    }
}
