package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Whether a change of sentiment stands when feedback that a fault in the data concerns is left out.
 * What is left must be enough for a decision of its own, and the negative share must be off what
 * its channels let expect by more than δ and by {@value #DEVIATIONS} standard deviations.
 *
 * <p>What the channels let expect is that of the alert's drivers, so that a channel which stands
 * still and is missing in the mix changes nothing.
 */
final class Standing {

    /** As the limit of the fast path: the rest has no second test behind it. */
    private static final double DEVIATIONS = 4;

    private static final double MICROS = 1e6;

    private final Map<String, Double> expectations = new HashMap<>();
    private final Set<Long> authors = new HashSet<>();
    private long anonymous;
    private long count;
    private double weight;
    private double negative;
    private double expected;
    private double variance;

    private Standing(List<Driver> drivers) {
        drivers.forEach(driver -> expectations.put(driver.channel(), driver.expected()));
    }

    /**
     * @param counted what counted since the onset, by the minute in which the window begins
     * @param dispersion by which feedback varies more than independent feedback
     */
    static boolean of(
            Alert alert,
            SortedMap<Long, List<Item>> counted,
            Names channels,
            List<DataFault> faults,
            AlertRules rules,
            double dispersion) {
        Standing standing = new Standing(alert.drivers());
        for (List<Item> window : counted.values()) {
            for (Item item : window) {
                String channel = channels.name(item.channel());
                if (item.labelled() && faults.stream().noneMatch(of -> hit(of, channel, item))) {
                    standing.add(item, channel);
                }
            }
        }
        return standing.enough(rules) && standing.off(alert.direction(), rules, dispersion);
    }

    private static boolean hit(DataFault fault, String channel, Item item) {
        long second = item.minute() * 60;
        return (fault.channel() == null || fault.channel().equals(channel))
                && second >= fault.from().getEpochSecond()
                && (fault.until() == null || second < fault.until().getEpochSecond());
    }

    private void add(Item item, String channel) {
        Double share = expectations.get(channel);
        if (share == null) {
            return;
        }
        double weighs = item.weight() / MICROS;
        count++;
        weight += weighs;
        negative += item.negative() ? weighs : 0;
        expected += weighs * share;
        variance += weighs * weighs * share * (1 - share);
        if (item.author() == 0) {
            anonymous++;
        } else {
            authors.add(item.author());
        }
    }

    private boolean enough(AlertRules rules) {
        return count >= rules.leastFeedback() && authors.size() + anonymous >= rules.leastAuthors();
    }

    private boolean off(Direction direction, AlertRules rules, double dispersion) {
        double change = direction == Direction.DROP ? negative - expected : expected - negative;
        return change > rules.delta() * weight
                && change > DEVIATIONS * Math.sqrt(dispersion * variance);
    }
}
