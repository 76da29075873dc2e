package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.rollup.Retractions.Said;
import io.throughline.model.Feedback;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What hours, days, totals and segments are, counted in one go over the feedback there is. */
final class Batch {

    static final Segments SEGMENTS =
            new Segments(
                    List.of(
                            new Segment("language", "language", List.of()),
                            new Segment("product", "extras.product", List.of("Home", "motor"))));

    private Batch() {}

    static Said said(Feedback feedback) {
        TaggedFeedback tagged = Tagged.of(feedback);
        return new Said(Contributions.of(tagged, SEGMENTS), Contributions.terms(tagged));
    }

    /** By id, without the number of changes. */
    static Map<String, StageSignal> windows(Iterable<Feedback> live) {
        Map<WindowKey, SignalFacts> facts = new HashMap<>();
        for (Feedback feedback : live) {
            Said said = said(feedback);
            for (Contribution contribution : said.contributions()) {
                Change change = new Change(contribution, Change.ADD, null, said.terms());
                for (WindowKey window : windowsOf(contribution)) {
                    SignalFacts sums = facts.computeIfAbsent(window, key -> new SignalFacts());
                    sums.apply(change);
                    if (window.channel().equals(StageSignal.ALL_CHANNELS)) {
                        sums.applyTerms(change);
                    }
                }
            }
        }
        return signals(facts);
    }

    private static List<WindowKey> windowsOf(Contribution one) {
        List<WindowKey> windows = new ArrayList<>();
        for (int hours : List.of(1, 24)) {
            long start = Math.floorDiv(one.minute(), 60L * hours);
            windows.add(
                    new WindowKey(one.journey(), one.stage(), one.channel(), null, hours, start));
            windows.add(new WindowKey(one.journey(), one.stage(), "all", null, hours, start));
            for (String segment : one.traits().segments()) {
                windows.add(
                        new WindowKey(
                                one.journey(), one.stage(), one.channel(), segment, hours, start));
            }
        }
        return windows;
    }

    /** Without those that are empty again, which must be as if nothing had ever been there. */
    static Map<String, StageSignal> signals(Map<WindowKey, SignalFacts> facts) {
        Map<String, StageSignal> signals = new TreeMap<>();
        facts.forEach(
                (key, one) -> {
                    long changes = one.change;
                    one.change = 0;
                    StageSignal signal = one.toSignal(key);
                    one.change = changes;
                    if (one.isEmpty()) {
                        assertThat(signal).isEqualTo(new SignalFacts().toSignal(key));
                    } else {
                        signals.put(signal.id(), signal);
                    }
                });
        return signals;
    }

    /** Signals of single channels and all feedback, of one length. */
    static List<StageSignal> channels(Collection<StageSignal> signals, int hours) {
        return signals.stream()
                .filter(signal -> signal.window().equals(Duration.ofHours(hours)))
                .filter(signal -> signal.segment() == null)
                .filter(signal -> !signal.channel().equals(StageSignal.ALL_CHANNELS))
                .toList();
    }

    /** Merged by stage, channel and window of so many hours. */
    static Map<String, List<Object>> sums(Collection<StageSignal> signals, int hours) {
        Map<String, List<StageSignal>> groups = new TreeMap<>();
        for (StageSignal signal : signals) {
            long seconds = hours * 3_600L;
            Instant start =
                    Instant.ofEpochSecond(
                            Math.floorDiv(signal.windowStart().getEpochSecond(), seconds)
                                    * seconds);
            groups.computeIfAbsent(
                            signal.stage() + "|" + signal.channel() + "|" + start,
                            key -> new ArrayList<>())
                    .add(signal);
        }
        Map<String, List<Object>> sums = new TreeMap<>();
        groups.forEach(
                (key, parts) -> {
                    StageSignal merged = Signals.merge(parts);
                    sums.put(
                            key,
                            List.of(
                                    merged.count(),
                                    merged.negative(),
                                    merged.neutral(),
                                    merged.positive(),
                                    merged.abstained(),
                                    merged.weightMicros(),
                                    merged.scoreMicros(),
                                    merged.squaredScoreMicros(),
                                    merged.ratings(),
                                    merged.authors(),
                                    Arrays.toString(merged.scoreHistogram())));
                });
        return sums;
    }
}
