package io.throughline.local.alerts;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.AlertState;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.yaml.Nearest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of alerts and of what people said about them. Versions and commands may come in any
 * order and more than once: of an alert the greatest version holds, of an id of commands the first.
 */
public final class AlertBook {

    private static final Comparator<Alert> NEWEST_FIRST =
            Comparator.comparing(Alert::firedAt).reversed().thenComparing(Alert::id);
    private static final int FEW = 5;
    private static final int LEAST_PREFIX = 4;

    private final List<Alert> alerts;
    private final Map<String, AlertCommand> commands = new LinkedHashMap<>();

    /**
     * @param versions of alerts
     * @param commands in the order in which they were given
     */
    public AlertBook(Collection<Alert> versions, Collection<AlertCommand> commands) {
        Map<String, Alert> newest = new LinkedHashMap<>();
        versions.forEach(
                alert ->
                        newest.merge(
                                alert.id(),
                                alert,
                                (one, other) -> other.version() > one.version() ? other : one));
        this.alerts =
                newest.values().stream()
                        .sorted(Comparator.comparing(AlertBook::ended).thenComparing(NEWEST_FIRST))
                        .toList();
        commands.forEach(command -> this.commands.putIfAbsent(command.id(), command));
    }

    /** Every alert as it stands: those that last first, each kind newest first. */
    public List<Alert> alerts() {
        return alerts;
    }

    /** Whether an alert is over. */
    public static boolean ended(Alert alert) {
        return alert.resolvedAt() != null;
    }

    /** Whether an alert waits for somebody. */
    public static boolean open(Alert alert) {
        return alert.state() == AlertState.FIRING || alert.state() == AlertState.RECOVERING;
    }

    /**
     * The alert of an id, or of the only id that begins so.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names the nearest
     */
    public Alert find(String id) {
        Optional<Alert> exact = alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Alert> begin =
                id.length() < LEAST_PREFIX
                        ? List.of()
                        : alerts.stream().filter(alert -> alert.id().startsWith(id)).toList();
        if (begin.size() == 1) {
            return begin.get(0);
        }
        throw new IllegalArgumentException(unknown(id, begin));
    }

    private String unknown(String id, List<Alert> begin) {
        if (!begin.isEmpty()) {
            return "several alerts begin with '" + id + "': " + named(begin);
        }
        if (alerts.isEmpty()) {
            return "there is no alert '" + id + "', nor any other yet";
        }
        Optional<Alert> nearest =
                alerts.stream()
                        .min(Comparator.comparingInt(alert -> Nearest.distance(alert.id(), id)))
                        .filter(alert -> near(alert.id(), id));
        if (nearest.isPresent()) {
            return "there is no alert '"
                    + id
                    + "'; did you mean "
                    + named(List.of(nearest.get()))
                    + "?";
        }
        List<Alert> open = alerts.stream().filter(AlertBook::open).toList();
        return "there is no alert '"
                + id
                + "'; "
                + (open.isEmpty() ? "none is open" : "open are " + named(open));
    }

    private static String named(List<Alert> some) {
        return some.stream()
                        .limit(FEW)
                        .map(alert -> alert.id() + " (" + alert.stage() + ")")
                        .collect(Collectors.joining(", "))
                + (some.size() > FEW ? " and " + (some.size() - FEW) + " more" : "");
    }

    /** The command of an id, if it was given. */
    public Optional<AlertCommand> command(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    /** Every silence that was ever given, oldest first. */
    public List<Silence> silences() {
        Map<String, Instant> ends = new LinkedHashMap<>();
        commands.values().stream()
                .filter(command -> command.kind() == AlertCommand.Kind.UNSILENCE)
                .forEach(
                        command ->
                                ends.merge(
                                        command.alert(),
                                        command.from(),
                                        (one, other) -> one.isBefore(other) ? one : other));
        return commands.values().stream()
                .filter(command -> command.kind() == AlertCommand.Kind.SILENCE)
                .map(command -> new Silence(command, ends.get(command.id())))
                .toList();
    }

    /**
     * The silence of an id.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names those there
     *     are
     */
    public Silence silence(String id, Instant now) {
        return silences().stream()
                .filter(silence -> silence.command().id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no silence '" + id + "'; " + silencesThere(now)));
    }

    private String silencesThere(Instant now) {
        List<String> there =
                silences().stream()
                        .filter(silence -> silence.lasts(now))
                        .map(silence -> silence.command().id())
                        .toList();
        return there.isEmpty() ? "none holds now" : "there are " + String.join(", ", there);
    }

    /**
     * Stages that there can be alerts of: those of the journey maps as they were said last, and of
     * the alerts there are. Empty when nobody has said a map yet.
     */
    public Set<String> stages() {
        Map<String, JourneyMap> maps = new LinkedHashMap<>();
        commands.values().stream()
                .filter(command -> command.kind() == AlertCommand.Kind.JOURNEY)
                .map(command -> JourneyMapReader.read(command.id(), command.document()))
                .forEach(map -> maps.put(map.journey(), map));
        Set<String> stages = new TreeSet<>();
        maps.values().forEach(map -> map.stages().forEach(stage -> stages.add(stage.id())));
        if (!stages.isEmpty()) {
            alerts.forEach(alert -> stages.add(alert.stage()));
        }
        return stages;
    }

    /**
     * Checks the name of a stage, as far as stages are known.
     *
     * @throws IllegalArgumentException when there is none of that name, naming those there are
     */
    public void checkStage(String stage) {
        Set<String> known = stages();
        if (!known.isEmpty() && !known.contains(stage)) {
            throw new IllegalArgumentException(
                    "there is no stage '" + stage + "'; there are " + String.join(", ", known));
        }
    }

    /** What set the rules that are in force at a time; empty for those of the program. */
    public Optional<AlertCommand> rulesCommand(Instant at) {
        return commands.values().stream()
                .filter(command -> command.kind() == AlertCommand.Kind.RULES)
                .filter(command -> !command.from().isAfter(at))
                .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
    }

    /** The rules that are in force at a time. */
    public AlertRules rules(Instant at) {
        return rulesCommand(at)
                .map(command -> AlertRulesReader.read(command.id(), command.document()))
                .orElse(AlertRules.DEFAULT);
    }

    /** Whether one may be a slip of the other: at most a third of it differs. */
    private static boolean near(String one, String other) {
        return Nearest.distance(one, other) * 3 <= Math.max(one.length(), other.length());
    }
}
