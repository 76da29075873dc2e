package io.throughline.local.demo;

import io.throughline.model.Channel;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the demo's world, from {@code demo/world.yaml}.
 *
 * @param span how far back the history goes
 * @param returning chance that a record is by somebody who wrote before
 * @param personal chance that a text gives away something personal
 * @param channels how often each channel is used
 * @param topics how often each is talked about; {@link #UNASSIGNED} for none in particular
 * @param stages of the topics; {@link #UNASSIGNED} for a topic of no stage
 * @param moods by topic
 */
record WorldRules(
        Duration span,
        double returning,
        double personal,
        Map<Channel, Double> channels,
        Map<String, Double> topics,
        Map<String, String> stages,
        Map<String, Mood> moods,
        Incident incident) {

    /** Stands for feedback that fits no stage. */
    static final String UNASSIGNED = "";

    private static final String RESOURCE = "/demo/world.yaml";

    /**
     * What goes wrong at the end of the history.
     *
     * @param scenario of the topic's fragment file
     * @param lasts about, up to the end of the history
     * @param hour of the day in UTC at which it begins
     * @param surge how much more often the topic is talked about
     */
    record Incident(
            String topic,
            String scenario,
            Duration lasts,
            Duration hour,
            List<Channel> channels,
            double surge,
            Mood mood) {

        /** When it begins in a history with that end: within 12 hours of what it lasts. */
        Instant begins(Instant end) {
            Instant about = end.minus(lasts);
            Instant before = about.minus(hour).truncatedTo(ChronoUnit.DAYS).plus(hour);
            return Duration.between(before, about).compareTo(Duration.ofHours(12)) > 0
                    ? before.plus(Duration.ofDays(1))
                    : before;
        }
    }

    static WorldRules load() {
        try (InputStream in = WorldRules.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static WorldRules parse(String text) {
        YamlFile file = YamlFile.parse(RESOURCE, text);
        YamlMap root = file.root();
        root.only(
                "apiVersion",
                "days",
                "returning",
                "personal",
                "channels",
                "topics",
                "unassigned",
                "incident");
        Map<Channel, Double> channels = new EnumMap<>(Channel.class);
        YamlMap shares = root.requiredMap("channels");
        for (String id : shares.keys()) {
            channels.put(channel(id), shares.number(id).orElse(0.0));
        }
        Map<String, Double> topics = new LinkedHashMap<>();
        Map<String, String> stages = new LinkedHashMap<>();
        Map<String, Mood> moods = new LinkedHashMap<>();
        for (YamlMap topic : root.maps("topics")) {
            String id = topic.requiredText("id");
            topics.put(id, topic.number("share").orElse(0.0));
            stages.put(id, topic.text("stage").orElse(UNASSIGNED));
            moods.put(id, Mood.read(topic));
        }
        YamlMap unassigned = root.requiredMap("unassigned");
        topics.put(UNASSIGNED, unassigned.number("share").orElse(0.0));
        stages.put(UNASSIGNED, UNASSIGNED);
        moods.put(UNASSIGNED, Mood.read(unassigned));
        WorldRules rules =
                new WorldRules(
                        days(root),
                        root.number("returning").orElse(0.0),
                        root.number("personal").orElse(0.0),
                        channels,
                        topics,
                        stages,
                        moods,
                        incident(root.requiredMap("incident")));
        file.check();
        return rules;
    }

    /** The topics that have fragments, without {@link #UNASSIGNED}. */
    List<String> topicIds() {
        return topics.keySet().stream().filter(id -> !id.equals(UNASSIGNED)).toList();
    }

    private static Incident incident(YamlMap map) {
        return new Incident(
                map.requiredText("topic"),
                map.requiredText("scenario"),
                days(map),
                Duration.ofHours(map.integer("hour").orElse(0L)),
                map.texts("channels").stream().map(WorldRules::channel).toList(),
                map.number("surge").orElse(1.0),
                Mood.read(map.requiredMap("mood")));
    }

    private static Duration days(YamlMap map) {
        return Duration.ofDays(map.integer("days").orElse(1L));
    }

    private static Channel channel(String id) {
        return Channel.of(id)
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no channel"));
    }
}
