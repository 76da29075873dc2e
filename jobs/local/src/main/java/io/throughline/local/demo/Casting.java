package io.throughline.local.demo;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.local.demo.words.Length;
import io.throughline.local.demo.words.Person;
import io.throughline.model.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides who talks about what, where and in which mood. Moods come from an {@link Urn} a topic, so
 * that they depend on what was drafted before: drafts are made in the order of time.
 */
final class Casting {

    /** Ids are made from times in steps of this. */
    static final Duration STEP = Duration.ofMillis(10);

    private static final Map<Channel, Map<Length, Double>> LENGTHS =
            Map.of(
                    Channel.WEB, lengths(0.03, 0.33, 0.36, 0.21, 0.07),
                    Channel.MOBILE, lengths(0.03, 0.42, 0.40, 0.13, 0.02),
                    Channel.PHONE, lengths(0, 0, 0.45, 0.40, 0.15),
                    Channel.SOCIAL, lengths(0.005, 0.56, 0.40, 0.035, 0));

    private final WorldRules rules;
    private final long seed;
    private final Instant worseFrom;
    private final long people;
    private final Map<Mood, Urn> urns = new IdentityHashMap<>();

    Casting(WorldRules rules, DemoOptions options) {
        this.rules = rules;
        this.seed = options.seed();
        this.worseFrom = rules.incident().begins(options.end());
        this.people = options.records();
    }

    /** The channel of a record. */
    Channel channel(long number) {
        return Dice.of(seed, "channel", number).weighted(rules.channels());
    }

    /** A draft; the incident goes on after the end of the history. */
    Draft draft(long number, Instant at, Channel channel) {
        Dice dice = Dice.of(seed, "draft", number);
        WorldRules.Incident incident = rules.incident();
        boolean struck = !at.isBefore(worseFrom) && incident.channels().contains(channel);
        Map<String, Double> topics = new LinkedHashMap<>(rules.topics());
        if (struck) {
            topics.merge(incident.topic(), incident.surge(), (share, surge) -> share * surge);
        }
        String topic = dice.weighted(topics);
        boolean hit = struck && topic.equals(incident.topic());
        Mood mood = hit ? incident.mood() : rules.moods().get(topic);
        Feeling feeling = urns.computeIfAbsent(mood, Urn::new).draw(dice);
        String scenario =
                hit && feeling == Feeling.NEGATIVE && dice.chance(0.85)
                        ? incident.scenario()
                        : null;
        Length length = dice.weighted(LENGTHS.get(channel));
        String stage = length == Length.TERSE ? WorldRules.UNASSIGNED : rules.stages().get(topic);
        return new Draft(
                seed,
                number,
                at,
                channel,
                topic,
                stage,
                scenario,
                feeling,
                length,
                person(number, dice));
    }

    /** Somebody new, or somebody of a small crowd that writes often. */
    private Person person(long number, Dice dice) {
        if (dice.chance(rules.returning())) {
            double skewed = dice.fraction() * dice.fraction();
            return Person.of(seed, (long) (skewed * people / 4));
        }
        return Person.of(seed, people + number);
    }

    /** Weights in the order of {@link Length}. */
    private static Map<Length, Double> lengths(double... weights) {
        Map<Length, Double> map = new EnumMap<>(Length.class);
        int next = 0;
        for (Length length : Length.values()) {
            map.put(length, weights[next++]);
        }
        return map;
    }
}
