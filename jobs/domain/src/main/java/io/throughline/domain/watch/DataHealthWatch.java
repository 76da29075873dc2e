package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.model.ChannelHealth;
import io.throughline.model.DeadLetter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Watches the data of one journey, all stages and channels: what looks like a change of customers'
 * minds may be a feed that stands still or a model that was changed. Not for several threads.
 *
 * <p>A fault is told when it begins, and again when it ends. Of each kind and channel one false one
 * is allowed in the time of the rules' budget. What comes for minutes that are over changes nothing
 * here: a fault is about what comes now.
 */
public final class DataHealthWatch {

    private static final int VERSION = 2;
    private static final long MINUTE = 60;
    private static final long TICK = 5;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final String SYSTEM = "";

    private final String journey;
    private AlertRules rules = AlertRules.DEFAULT;
    private WaitingCommands commands = new WaitingCommands();
    private SourceHealth sources;
    private final TreeMap<Long, TreeMap<String, HealthTally>> open = new TreeMap<>();
    private final TreeMap<String, ChannelWatch> channels = new TreeMap<>();
    private OriginChange models = new OriginChange();
    private OriginChange versions = new OriginChange();
    private Instant at = Instant.EPOCH;

    /** A watch that has seen nothing. */
    public DataHealthWatch(String journey) {
        this.journey = Objects.requireNonNull(journey, "journey");
        this.sources = new SourceHealth(journey);
    }

    /** A contribution to any stage, or to none. */
    public void apply(Change change) {
        Contribution contribution = change.contribution();
        HealthTally tally = tally(contribution.minute(), contribution.channel());
        if (tally != null) {
            tally.apply(contribution, change.sign());
        }
    }

    /** The word of a channel instance. */
    public void tell(ChannelHealth health) {
        sources.tell(health);
    }

    /** A record that could not go on. */
    public void tell(DeadLetter letter) {
        HealthTally tally =
                tally(
                        Math.floorDiv(letter.observedAt().getEpochSecond(), MINUTE),
                        letter.channel() == null ? SYSTEM : letter.channel().id());
        if (tally != null) {
            tally.letter();
        }
    }

    /**
     * A word of somebody; rules count here too, everything else is of no concern.
     *
     * @throws io.throughline.yaml.YamlException when rules cannot be read; nothing changes
     */
    public void tell(AlertCommand command) {
        if (command.kind() == AlertCommand.Kind.RULES) {
            AlertRulesReader.read(command.id(), command.document());
            commands.add(command, at);
        }
    }

    /** Null when the minute is over. */
    private HealthTally tally(long minute, String channel) {
        long start = minute - Math.floorMod(minute, TICK);
        if ((start + TICK) * MINUTE <= at.getEpochSecond()) {
            return null;
        }
        return open.computeIfAbsent(start, key -> new TreeMap<>())
                .computeIfAbsent(channel, key -> new HealthTally());
    }

    /** Faults that began or ended up to the watermark, in the order in which it was seen. */
    public List<DataFault> advance(Instant watermark) {
        List<DataFault> told = new ArrayList<>();
        Instant limit =
                !watermark.isAfter(END)
                        ? watermark
                        : open.isEmpty() ? at : time(open.lastKey() + TICK);
        Optional<Instant> next = due();
        while (next.isPresent() && !next.get().isAfter(limit)) {
            at = next.get().isAfter(at) ? next.get() : at;
            step(told);
            next = due();
        }
        at = limit.isAfter(at) ? limit : at;
        return List.copyOf(told);
    }

    private void step(List<DataFault> told) {
        for (AlertCommand command : commands.upTo(at)) {
            rules = AlertRulesReader.read(command.id(), command.document());
            channels.values().forEach(channel -> channel.rules(rules));
        }
        sources.advance(at, told);
        long minute = at.getEpochSecond() / MINUTE;
        while (!open.isEmpty() && open.firstKey() + TICK <= minute) {
            Map.Entry<Long, TreeMap<String, HealthTally>> tick = open.pollFirstEntry();
            tick(tick.getKey(), tick.getValue(), told);
        }
        for (ChannelWatch channel : channels.values()) {
            while (channel.dueMinute() <= minute) {
                channel.hour(told);
            }
        }
    }

    private void tick(long start, Map<String, HealthTally> tallies, List<DataFault> told) {
        HealthTally all = new HealthTally();
        tallies.forEach(
                (name, tally) -> {
                    all.add(tally);
                    channels.computeIfAbsent(name, key -> new ChannelWatch(journey, key, rules))
                            .tick(start, start + TICK, tally, rules.budget().toMinutes(), told);
                });
        models.next(start, all.models())
                .ifPresent(jump -> told.add(changed(Kind.MODEL_CHANGE, "model", jump)));
        versions.next(start, all.versions())
                .ifPresent(jump -> told.add(changed(Kind.MAP_CHANGE, "map version", jump)));
    }

    private DataFault changed(Kind kind, String what, OriginChange.Jump jump) {
        return new DataFault(
                kind,
                journey,
                null,
                null,
                time(jump.from()),
                time(jump.until()),
                String.format(
                        Locale.ROOT,
                        "%s %s after %s: share of %s %.0f %%, before %.0f %%",
                        what,
                        jump.now(),
                        jump.old(),
                        jump.what(),
                        100 * jump.is(),
                        100 * jump.was()));
    }

    /** The earliest event time at which {@link #advance} has something to do. */
    public Optional<Instant> due() {
        return Stream.of(
                        commands.next(),
                        sources.due(),
                        open.isEmpty()
                                ? Optional.<Instant>empty()
                                : Optional.of(time(open.firstKey() + TICK)),
                        channels.values().stream()
                                .map(ChannelWatch::dueMinute)
                                .filter(due -> due != Long.MAX_VALUE)
                                .min(Comparator.naturalOrder())
                                .map(DataHealthWatch::time))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Instant time(long minute) {
        return Instant.ofEpochSecond(minute * MINUTE);
    }

    /** Writes the whole state; the same state gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        Bytes.text(out, journey);
        Bytes.instant(out, at);
        Records.rules(out, rules);
        commands.write(out);
        sources.write(out);
        models.write(out);
        versions.write(out);
        Bytes.list(out, channels.values(), (to, channel) -> channel.write(to));
        Bytes.list(out, channels.keySet(), Bytes::text);
        Bytes.list(
                out,
                open.entrySet(),
                (to, tick) -> {
                    to.writeLong(tick.getKey());
                    Bytes.list(
                            to,
                            tick.getValue().entrySet(),
                            (into, tally) -> {
                                Bytes.text(into, tally.getKey());
                                tally.getValue().write(into);
                            });
                });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StateFormatException when another release wrote it
     */
    public static DataHealthWatch read(DataInput in) throws IOException {
        Bytes.version(in, VERSION, "watch over the data");
        DataHealthWatch read = new DataHealthWatch(Bytes.text(in));
        read.at = Bytes.instant(in);
        read.rules = Records.rules(in);
        read.commands = WaitingCommands.read(in);
        read.sources = SourceHealth.read(in);
        read.models = OriginChange.read(in);
        read.versions = OriginChange.read(in);
        List<ChannelWatch> watches = Bytes.list(in, from -> ChannelWatch.read(from, read.rules));
        List<String> names = Bytes.list(in, Bytes::text);
        for (int i = 0; i < names.size(); i++) {
            read.channels.put(names.get(i), watches.get(i));
        }
        int ticks = in.readInt();
        for (int i = 0; i < ticks; i++) {
            TreeMap<String, HealthTally> tallies = new TreeMap<>();
            read.open.put(in.readLong(), tallies);
            int size = in.readInt();
            for (int j = 0; j < size; j++) {
                tallies.put(Bytes.text(in), HealthTally.read(in));
            }
        }
        return read;
    }
}
