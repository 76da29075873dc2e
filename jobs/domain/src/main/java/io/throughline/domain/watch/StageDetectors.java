package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.LeftOut;
import io.throughline.domain.detect.Phase;
import io.throughline.domain.detect.SentimentDetector;
import io.throughline.domain.rollup.Contribution;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The detectors of one stage behind the items that feed them: windows go to the one of sentiment,
 * hours to the one of volume. Steps are event times, and one step after the other gives the same
 * whatever else happens between.
 */
final class StageDetectors {

    private static final long MINUTE = 60;
    private static final long HOUR_MINUTES = 60;
    private static final long HOUR = 3600;

    /** After so long without feedback nobody counts empty hours any more. */
    private static final long AWAKE_HOURS = 28 * 24;

    private static final long WEEK_HOURS = 7 * 24;

    private static final Set<Direction> VOLUME =
            EnumSet.of(Direction.VOLUME_SURGE, Direction.VOLUME_COLLAPSE);

    private static final long NONE = Long.MIN_VALUE;

    private AlertRules rules;
    private Names channels = new Names();
    private ItemStore store;
    private SentimentDetector sentiment;
    private VolumeDetector volume;
    private long nextHour = NONE;
    private long lastHour = NONE;

    /**
     * What a step found.
     *
     * @param findings of windows and hours
     * @param feedback whether anything counted
     * @param labelled whether anything with a label counted
     */
    record Step(List<Finding> findings, boolean feedback, boolean labelled) {}

    StageDetectors(AlertRules rules) {
        this.rules = rules;
        this.store = new ItemStore(rules.window().toMinutes());
        this.sentiment = new SentimentDetector(rules);
        this.volume = new VolumeDetector(rules, VOLUME);
    }

    AlertRules rules() {
        return rules;
    }

    /** Other rules from the next window on; another length of windows from the next hour on. */
    void rules(AlertRules next) {
        rules = next;
        sentiment.rules(next);
        volume.rules(next);
    }

    void apply(Contribution contribution, int sign) {
        store.apply(Item.of(contribution, channels.numberOf(contribution.channel())), sign);
    }

    /** When the next window or hour ends that has something to decide. */
    Optional<Instant> due() {
        long due = Long.MAX_VALUE;
        OptionalLong window = store.nextOpen();
        if (window.isPresent()) {
            due = (window.getAsLong() + store.windowMinutes()) * MINUTE;
        }
        if (nextHour != NONE && nextHour <= lastHour + AWAKE_HOURS) {
            due = Math.min(due, (nextHour + 1) * HOUR);
        }
        return due == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(due));
    }

    /** End of the hour of the last feedback that is not decided on. */
    Optional<Instant> end() {
        OptionalLong last = store.lastOpen();
        long hour =
                last.isPresent()
                        ? Math.floorDiv(last.getAsLong() + store.windowMinutes() - 1, HOUR_MINUTES)
                        : lastHour;
        return hour == NONE || hour < nextHour
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond((hour + 1) * HOUR));
    }

    /** Takes in what came late: figures of what is firing, as they are now. */
    List<Finding> correct() {
        if (!store.hasLate()) {
            return List.of();
        }
        List<Finding> corrected = new ArrayList<>();
        for (Map.Entry<Long, ItemStore.Reopened> window : store.reopen().entrySet()) {
            long hour = Math.floorDiv(window.getKey(), HOUR_MINUTES);
            count(hour, window.getValue().before(), -1);
            count(hour, window.getValue().now(), 1);
            corrected.addAll(
                    sentiment.correct(
                            Cells.of(window.getKey(), window.getValue().now(), channels)));
        }
        volume.corrected().ifPresent(corrected::add);
        return corrected;
    }

    private void count(long hour, List<Item> items, int sign) {
        int[] counts = new int[channels.size()];
        items.forEach(item -> counts[item.channel()] += sign);
        for (int channel = 0; channel < counts.length; channel++) {
            if (counts[channel] != 0) {
                volume.add(hour, channels.name(channel), counts[channel]);
            }
        }
    }

    /** Closes the window and the hour that end at that time. */
    Step step(Instant at) {
        long second = at.getEpochSecond();
        List<Finding> findings = new ArrayList<>();
        boolean feedback = false;
        boolean labelled = false;
        OptionalLong open = store.nextOpen();
        if (open.isPresent() && (open.getAsLong() + store.windowMinutes()) * MINUTE <= second) {
            List<Item> counted = close(open.getAsLong());
            feedback = !counted.isEmpty();
            labelled = counted.stream().anyMatch(Item::labelled);
            if (feedback) {
                findings.addAll(sentiment.close(Cells.of(open.getAsLong(), counted, channels)));
            }
        }
        if (nextHour != NONE
                && nextHour <= lastHour + AWAKE_HOURS
                && (nextHour + 1) * HOUR <= second) {
            findings.addAll(hour());
        }
        closeTo(at);
        return new Step(findings, feedback, labelled);
    }

    private List<Item> close(long start) {
        long hour = Math.floorDiv(start, HOUR_MINUTES);
        List<Item> counted = store.close(start);
        if (!counted.isEmpty()) {
            if (nextHour == NONE || nextHour > lastHour + AWAKE_HOURS) {
                nextHour = hour;
            }
            lastHour = hour;
            count(hour, counted, 1);
        }
        return counted;
    }

    private List<Finding> hour() {
        Optional<Finding> finding = volume.end(nextHour);
        nextHour++;
        Instant end = Instant.ofEpochSecond(nextHour * HOUR);
        List<Finding> findings = new ArrayList<>();
        for (Direction direction : VOLUME) {
            findings.add(
                    finding.filter(found -> found.direction() == direction)
                            .orElseGet(
                                    () ->
                                            new Finding(
                                                    direction,
                                                    Phase.QUIET,
                                                    end,
                                                    null,
                                                    null,
                                                    null,
                                                    List.of())));
        }
        return findings;
    }

    /** Everything before that time is closed, whether something came or not. */
    void closeTo(Instant at) {
        store.closeTo(Math.floorDiv(at.getEpochSecond(), MINUTE));
        if (store.windowMinutes() != rules.window().toMinutes() && store.betweenHours()) {
            store = store.withWindow(rules.window().toMinutes());
        }
    }

    /** Ends what fires without a return being shown. */
    void end(Direction direction) {
        if (ofSentiment(direction)) {
            sentiment.end(direction);
        } else {
            volume.end();
        }
    }

    void accept(Direction direction) {
        if (ofSentiment(direction)) {
            sentiment.accept(direction);
        } else {
            volume.accept();
        }
    }

    /** Whether the alert stands without what the faults concern. */
    boolean stands(Alert alert, List<DataFault> faults) {
        if (!ofSentiment(alert.direction())) {
            return volume.stands(faults);
        }
        return sentiment.standsWithout(
                alert.direction(),
                faults.stream()
                        .map(fault -> new LeftOut(fault.channel(), fault.from(), fault.until()))
                        .toList());
    }

    /** The figures, with the authors of feedback since then if they have none. */
    Figures withAuthors(Figures figures, Instant from, Instant until) {
        return figures.authors() > 0
                ? figures
                : new Figures(
                        figures.expected(),
                        figures.observed(),
                        figures.low(),
                        figures.high(),
                        figures.count(),
                        store.authors(
                                from.getEpochSecond() / MINUTE, until.getEpochSecond() / MINUTE));
    }

    SentimentDetector sentiment() {
        return sentiment;
    }

    VolumeStatus volume() {
        long hour = nextHour == NONE ? 0 : nextHour;
        return new VolumeStatus(
                volume.learning(hour),
                Duration.ofHours(volume.known(hour)),
                rules.warmUp(),
                Math.max(0, volume.expected(hour)));
    }

    /** Feedback that is due in a day of the week to come, on average. */
    double perDay() {
        double due = 0;
        for (long hour = nextHour; nextHour != NONE && hour < nextHour + WEEK_HOURS; hour++) {
            due += Math.max(0, volume.expected(hour));
        }
        return due * HourCounts.DAY / WEEK_HOURS;
    }

    /** Hours in which an alert on volume that fires ends if from now on as much comes as is due. */
    long hoursAsUsual(long most) {
        return volume.hoursAsUsual(nextHour, most);
    }

    private static boolean ofSentiment(Direction direction) {
        return direction == Direction.DROP || direction == Direction.RISE;
    }

    long tooLate() {
        return store.tooLate();
    }

    void write(DataOutput out) throws IOException {
        Records.rules(out, rules);
        channels.write(out);
        store.write(out);
        sentiment.write(out);
        volume.write(out);
        out.writeLong(nextHour);
        out.writeLong(lastHour);
    }

    static StageDetectors read(DataInput in) throws IOException {
        StageDetectors read = new StageDetectors(Records.rules(in));
        read.channels = Names.read(in);
        read.store = ItemStore.read(in);
        read.sentiment = SentimentDetector.read(in);
        read.volume = VolumeDetector.read(in, read.rules, VOLUME);
        read.nextHour = in.readLong();
        read.lastHour = in.readLong();
        return read;
    }
}
