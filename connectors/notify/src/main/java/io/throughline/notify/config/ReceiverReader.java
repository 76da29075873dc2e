package io.throughline.notify.config;

import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.Direction;
import io.throughline.yaml.Nearest;
import io.throughline.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one receiver. */
final class ReceiverReader {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");
    private static final List<String> TYPES = List.of("webhook", "alertmanager", "slack", "mail");
    private static final List<String> DIRECTIONS =
            Arrays.stream(Direction.values()).map(Direction::id).toList();
    private static final List<String> COMMON =
            List.of(
                    "id",
                    "type",
                    "directions",
                    "sendResolved",
                    "repeatEvery",
                    "groupWait",
                    "timeZone");

    private final YamlMap map;
    private final NotificationsReader.Filler filler;

    ReceiverReader(YamlMap map, NotificationsReader.Filler filler) {
        this.map = map;
        this.filler = filler;
    }

    /** The receiver; empty when it cannot be used, which is noted. */
    Optional<Receiver> receiver() {
        String id = map.requiredText("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            map.error("id", "an id is made of letters, digits, '.', '_' and '-'");
        }
        map.requiredText("type");
        Optional<String> type = map.choice("type", TYPES);
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Optional<? extends Target> target =
                type.get().equals("mail")
                        ? new MailReader(map, filler).target(COMMON)
                        : new WebReader(map, filler).target(format(type.get()), COMMON);
        Set<Direction> directions = directions();
        boolean sendResolved = map.bool("sendResolved").orElse(true);
        Duration repeatEvery =
                duration("repeatEvery", Receiver.REPEAT_EVERY, Duration.ofMinutes(1));
        Duration groupWait = duration("groupWait", Receiver.GROUP_WAIT, Duration.ZERO);
        Optional<ZoneId> zone = zone();
        return target.map(
                there ->
                        new Receiver(
                                id, there, directions, sendResolved, repeatEvery, groupWait, zone));
    }

    private static Target.Format format(String type) {
        return switch (type) {
            case "alertmanager" -> Target.Format.ALERTMANAGER;
            case "slack" -> Target.Format.SLACK;
            default -> Target.Format.WEBHOOK;
        };
    }

    private Set<Direction> directions() {
        List<String> named = map.texts("directions");
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (int i = 0; i < named.size(); i++) {
            int index = DIRECTIONS.indexOf(named.get(i));
            if (index < 0) {
                map.errorAt(
                        "directions",
                        i,
                        "there is no direction '"
                                + named.get(i)
                                + "'"
                                + Nearest.hint(named.get(i), DIRECTIONS));
            } else {
                directions.add(Direction.values()[index]);
            }
        }
        if (map.has("directions") && named.isEmpty()) {
            map.error(
                    "directions", "without a direction nobody is told; leave the key out for all");
        }
        return directions.isEmpty() ? EnumSet.allOf(Direction.class) : directions;
    }

    private Duration duration(String key, Duration otherwise, Duration least) {
        Optional<String> text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Duration> duration = AlertRulesReader.duration(text.get());
        if (duration.isEmpty() || duration.get().compareTo(least) < 0) {
            map.error(
                    key,
                    key
                            + " is a time such as 30s, 5m, 4h or 1d, at least "
                            + least.toSeconds()
                            + "s");
            return otherwise;
        }
        return duration.get();
    }

    private Optional<ZoneId> zone() {
        Optional<String> name = map.text("timeZone");
        try {
            return name.map(ZoneId::of);
        } catch (DateTimeException e) {
            map.error(
                    "timeZone",
                    "there is no time zone '"
                            + name.orElseThrow()
                            + "'; they are named like Europe/Berlin");
            return Optional.empty();
        }
    }
}
