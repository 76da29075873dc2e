package io.throughline.notify.config;

import io.throughline.alert.Alert;
import io.throughline.notify.message.MessageSettings;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of which alerts.
 *
 * @param receivers all there are
 * @param owners ids of the receivers of each function of the journey map; {@link #DEFAULT} for
 *     functions that are not named
 * @param page address of the live page; empty for no links to it
 * @param kibana address of Kibana; empty for no links to it
 */
public record Notifications(
        List<Receiver> receivers,
        Map<String, List<String>> owners,
        Optional<URI> page,
        Optional<URI> kibana) {

    /** Stands for every function that is not named. */
    public static final String DEFAULT = "default";

    /** Nobody is told of anything. */
    public static final Notifications NONE =
            new Notifications(List.of(), Map.of(), Optional.empty(), Optional.empty());

    public Notifications {
        receivers = List.copyOf(receivers);
        owners = Map.copyOf(owners);
    }

    /** The same with links to a page elsewhere, where it names none itself. */
    public Notifications orPage(URI other) {
        return new Notifications(receivers, owners, Optional.of(page.orElse(other)), kibana);
    }

    /**
     * Whether a receiver is told of an alert as it is now: its owner's are, and once it was
     * escalated its sponsor's too.
     */
    public boolean tells(Receiver receiver, Alert alert) {
        if (!receiver.directions().contains(alert.direction())) {
            return false;
        }
        Set<String> told = new LinkedHashSet<>(of(alert.ownership().owner()));
        if (alert.handling().escalatedAt() != null && alert.ownership().sponsor() != null) {
            told.addAll(of(alert.ownership().sponsor()));
        }
        return told.contains(receiver.id());
    }

    private List<String> of(String function) {
        return owners.getOrDefault(function, owners.getOrDefault(DEFAULT, List.of()));
    }

    /** What messages to a receiver take from here. */
    public MessageSettings messages(Receiver receiver) {
        return new MessageSettings(receiver.zone(), page, kibana);
    }
}
