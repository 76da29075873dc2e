package io.throughline.local.notify;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import io.throughline.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds alerts that nobody would be told of. A misspelt owner is no error for a reader of either
 * file, and is found out when something goes wrong and nobody hears of it.
 */
public final class OwnerCheck {

    private OwnerCheck() {}

    /** What a person should know, a sentence each; empty when everybody is told. */
    public static List<String> remarks(Notifications notifications, JourneyMap journey) {
        Set<String> functions =
                journey.stages().stream()
                        .flatMap(stage -> Stream.of(stage.owner(), stage.sponsor()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> remarks = new ArrayList<>();
        Set<String> named = new TreeSet<>(notifications.owners().keySet());
        for (String owner : named) {
            if (!owner.equals(Notifications.DEFAULT) && !functions.contains(owner)) {
                remarks.add(
                        "'"
                                + owner
                                + "' under 'owners' owns and sponsors no stage"
                                + Nearest.hint(owner, functions));
            }
        }
        if (!named.contains(Notifications.DEFAULT)) {
            List<String> untold =
                    journey.stages().stream()
                            .map(Stage::owner)
                            .distinct()
                            .filter(owner -> !named.contains(owner))
                            .sorted()
                            .toList();
            if (!untold.isEmpty()) {
                remarks.add(
                        "Nobody is told of the stages of "
                                + String.join(", ", untold)
                                + ": name their receivers under 'owners', or some under 'default'");
            }
        }
        Set<String> used =
                notifications.owners().values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
        String unused =
                notifications.receivers().stream()
                        .map(Receiver::id)
                        .filter(id -> !used.contains(id))
                        .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            remarks.add("No owner names the receiver " + unused + ", so nothing is told there");
        }
        return remarks;
    }
}
