package io.throughline.console;

import io.throughline.measure.Labelled;
import io.throughline.measure.NetSentiment;
import io.throughline.measure.StageTotal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labels of a stage by channel, so that its total can be one that no channel owns. */
record StageLabels(Map<String, Labels> channels) {

    static final StageLabels NONE = new StageLabels(Map.of());

    StageLabels {
        channels = Map.copyOf(channels);
    }

    static StageLabels of(String channel, Labels labels) {
        return new StageLabels(Map.of(channel, labels));
    }

    StageLabels plus(StageLabels other) {
        Map<String, Labels> sums = new HashMap<>(channels);
        other.channels.forEach((channel, labels) -> sums.merge(channel, labels, Labels::plus));
        return new StageLabels(sums);
    }

    /** Sum of the days from the first, inclusive, to the last, exclusive. */
    static StageLabels sum(StageLabels[] days, int from, int to) {
        return Arrays.stream(days, from, to).reduce(NONE, StageLabels::plus);
    }

    long count() {
        return channels.values().stream().mapToLong(Labels::count).sum();
    }

    /** Net sentiment of all channels, none weighing more than the cap; empty without labels. */
    Optional<StageTotal> total(double cap) {
        Map<String, Labelled> labelled = new HashMap<>();
        channels.forEach(
                (channel, labels) ->
                        labelled.put(
                                channel,
                                new Labelled(
                                        labels.negative(), labels.neutral(), labels.positive())));
        return StageTotal.of(labelled, cap);
    }

    Optional<NetSentiment> sentiment(double cap) {
        return total(cap).map(StageTotal::sentiment);
    }
}
