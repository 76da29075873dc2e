package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.domain.detect.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Watches what one channel brings: how much, and how much of it is odd. */
final class ChannelWatch {

    private static final long MINUTE = 60;
    private static final long HOUR_MINUTES = 60;
    private static final long AWAKE_HOURS = 14 * 24;

    /** Feedback after which half of what was learnt about languages is forgotten. */
    private static final double REMEMBERED = 10_000;

    private static final List<Kind> SHARES =
            List.of(
                    Kind.ABSTENTION_JUMP,
                    Kind.UNASSIGNED_JUMP,
                    Kind.LANGUAGE_JUMP,
                    Kind.DEAD_LETTERS);

    private final String journey;
    private final String channel;
    private VolumeDetector volume;
    private final Map<Kind, ShareJump> shares = new EnumMap<>(Kind.class);
    private final Map<Kind, Instant> sinceOf = new EnumMap<>(Kind.class);
    private TreeMap<String, Double> languages = new TreeMap<>();
    private long nextHour = Long.MIN_VALUE;
    private long lastHour = Long.MIN_VALUE;
    private Instant stalledSince;
    private String stalledDetail;

    ChannelWatch(String journey, String channel, AlertRules rules) {
        this.journey = journey;
        this.channel = channel;
        this.volume = new VolumeDetector(rules, EnumSet.of(Direction.VOLUME_COLLAPSE));
        SHARES.forEach(kind -> shares.put(kind, new ShareJump()));
    }

    void rules(AlertRules rules) {
        volume.rules(rules);
    }

    /** Some minutes are over. */
    void tick(long start, long end, HealthTally tally, long budgetMinutes, List<DataFault> faults) {
        if (tally.total() > 0) {
            long hour = Math.floorDiv(start, HOUR_MINUTES);
            if (nextHour == Long.MIN_VALUE || nextHour > lastHour + AWAKE_HOURS) {
                nextHour = hour;
            }
            lastHour = Math.max(lastHour, hour);
            volume.add(hour, channel, tally.total());
        }
        int others = others(tally);
        for (Kind kind : SHARES) {
            long count = tally.total() + (kind == Kind.DEAD_LETTERS ? tally.letters() : 0);
            long hits =
                    switch (kind) {
                        case ABSTENTION_JUMP -> tally.abstained();
                        case UNASSIGNED_JUMP -> tally.unassigned();
                        case LANGUAGE_JUMP -> others;
                        case DEAD_LETTERS -> tally.letters();
                        case CHANNEL_STALLED, MODEL_CHANGE, MAP_CHANGE -> 0;
                    };
            judge(kind, shares.get(kind).next(start, end, count, hits, budgetMinutes), faults);
        }
    }

    /** Feedback that is not in the channel's main language, as it has been so far. */
    private int others(HealthTally tally) {
        String main = null;
        double most = 0;
        for (Map.Entry<String, Double> language : languages.entrySet()) {
            if (language.getValue() > most) {
                most = language.getValue();
                main = language.getKey();
            }
        }
        int others = 0;
        for (Map.Entry<String, Integer> language : tally.languages().entrySet()) {
            if (main != null && !language.getKey().equals(main)) {
                others += Math.max(0, language.getValue());
            }
            languages.merge(language.getKey(), (double) language.getValue(), Double::sum);
        }
        if (languages.values().stream().mapToDouble(Double::doubleValue).sum() > REMEMBERED) {
            languages.replaceAll((name, count) -> count / 2);
        }
        return others;
    }

    private void judge(Kind kind, ShareJump.Change change, List<DataFault> faults) {
        ShareJump jump = shares.get(kind);
        if (change == ShareJump.Change.BEGINS) {
            sinceOf.put(kind, minute(jump.since()));
        }
        if (change != ShareJump.Change.NONE) {
            Instant until = change == ShareJump.Change.ENDS ? minute(jump.until()) : null;
            faults.add(fault(kind, sinceOf.get(kind), until, detail(kind, jump)));
        }
    }

    private static String detail(Kind kind, ShareJump jump) {
        String what =
                switch (kind) {
                    case ABSTENTION_JUMP -> "without a sentiment";
                    case UNASSIGNED_JUMP -> "that fits no stage";
                    case LANGUAGE_JUMP -> "in another than the main language";
                    case DEAD_LETTERS -> "that ends as dead letters";
                    case CHANNEL_STALLED, MODEL_CHANGE, MAP_CHANGE -> kind.id();
                };
        return String.format(
                Locale.ROOT,
                "share %s: %.0f %%, before %.0f %%",
                what,
                100 * jump.share(),
                100 * jump.before());
    }

    /** When the next hour ends that has something to decide; the greatest number when none has. */
    long dueMinute() {
        return nextHour == Long.MIN_VALUE || nextHour > lastHour + AWAKE_HOURS
                ? Long.MAX_VALUE
                : (nextHour + 1) * HOUR_MINUTES;
    }

    /** The hour of {@link #dueMinute} is over. */
    void hour(List<DataFault> faults) {
        volume.end(nextHour)
                .ifPresent(
                        finding -> {
                            if (finding.phase() == Phase.FIRES) {
                                stalledSince = finding.onset().at();
                                stalledDetail = detail(finding.figures());
                            }
                            if (finding.phase() == Phase.FIRES
                                    || finding.phase() == Phase.RECOVERED) {
                                faults.add(stalled(finding.at(), finding.phase()));
                            }
                        });
        nextHour++;
        if (nextHour > lastHour + AWAKE_HOURS && stalledSince != null) {
            volume.end();
            faults.add(stalled(minute(nextHour * HOUR_MINUTES), Phase.RECOVERED));
        }
    }

    private DataFault stalled(Instant at, Phase phase) {
        if (phase != Phase.RECOVERED) {
            return fault(Kind.CHANNEL_STALLED, stalledSince, null, stalledDetail);
        }
        DataFault over = fault(Kind.CHANNEL_STALLED, stalledSince, at, stalledDetail);
        stalledSince = null;
        stalledDetail = null;
        return over;
    }

    private static String detail(Figures figures) {
        return String.format(
                Locale.ROOT,
                "%.0f came where %.0f were due",
                figures.observed(),
                figures.expected());
    }

    private DataFault fault(Kind kind, Instant from, Instant until, String detail) {
        return new DataFault(
                kind, journey, null, channel.isEmpty() ? null : channel, from, until, detail);
    }

    private static Instant minute(long minute) {
        return Instant.ofEpochSecond(minute * MINUTE);
    }

    void write(DataOutput out) throws IOException {
        Bytes.text(out, journey);
        Bytes.text(out, channel);
        volume.write(out);
        for (Kind kind : SHARES) {
            shares.get(kind).write(out);
            Bytes.instant(out, sinceOf.get(kind));
        }
        Counts.writeDoubles(out, languages);
        out.writeLong(nextHour);
        out.writeLong(lastHour);
        Bytes.instant(out, stalledSince);
        Bytes.text(out, stalledDetail);
    }

    static ChannelWatch read(DataInput in, AlertRules rules) throws IOException {
        ChannelWatch read = new ChannelWatch(Bytes.text(in), Bytes.text(in), rules);
        read.volume = VolumeDetector.read(in, rules, EnumSet.of(Direction.VOLUME_COLLAPSE));
        for (Kind kind : SHARES) {
            read.shares.put(kind, ShareJump.read(in));
            Instant since = Bytes.instant(in);
            if (since != null) {
                read.sinceOf.put(kind, since);
            }
        }
        read.languages = Counts.readDoubles(in);
        read.nextHour = in.readLong();
        read.lastHour = in.readLong();
        read.stalledSince = Bytes.instant(in);
        read.stalledDetail = Bytes.text(in);
        return read;
    }
}
