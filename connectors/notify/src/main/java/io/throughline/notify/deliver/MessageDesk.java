package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.model.Hashes;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.send.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The post of somebody who reads: alerts of one stage that come together go in one message, what
 * does not come through is sent again, as it is by then, and what is refused or fails for a day is
 * given up and kept in the log with its reason.
 */
final class MessageDesk implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(MessageDesk.class);

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);
    private static final int KEY_DIGITS = 32;

    private final Counter counter;
    private final Receiver receiver;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<Group, Waiting> waiting = new HashMap<>();

    /** Alerts that go together. */
    private record Group(String journey, String stage) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::journey)
                    .thenComparing(Group::stage)
                    .compare(this, other);
        }
    }

    /**
     * @param since when something of the group became due
     * @param failures in a row
     */
    private record Waiting(Instant since, int failures, Instant notBefore) {}

    MessageDesk(Counter counter) {
        this.counter = counter;
        this.receiver = counter.receiver();
        this.ledger = counter.ledger();
        this.clock = counter.clock();
    }

    @Override
    public void put(Alert alert) {
        counter.put(alert);
    }

    @Override
    public Instant work() throws InterruptedException {
        ledger.write();
        Instant now = clock.instant();
        Map<Group, List<Letter>> due = due(now);
        waiting.keySet().retainAll(due.keySet());
        Instant next = now.plus(LONGEST_NAP);
        for (Map.Entry<Group, List<Letter>> group : due.entrySet()) {
            Waiting state =
                    waiting.computeIfAbsent(
                            group.getKey(),
                            unused -> new Waiting(now, 0, now.plus(receiver.groupWait())));
            if (!clock.instant().isBefore(state.notBefore())) {
                send(group.getKey(), group.getValue(), state);
            }
            Waiting after = waiting.get(group.getKey());
            next = after == null ? next : earlier(next, after.notBefore());
        }
        for (Alert alert : counter.alerts()) {
            next =
                    Due.next(alert, ledger.of(alert.id()), receiver)
                            .filter(now::isBefore)
                            .filter(next::isAfter)
                            .orElse(next);
        }
        return next;
    }

    private Map<Group, List<Letter>> due(Instant now) {
        Map<Group, List<Letter>> due = new TreeMap<>();
        for (Alert alert : counter.alerts()) {
            Told told = ledger.of(alert.id());
            if (!Due.lasts(alert) || counter.notifications().tells(receiver, alert)) {
                Due.now(alert, told, receiver, now)
                        .ifPresent(
                                occasion ->
                                        due.computeIfAbsent(
                                                        new Group(alert.journey(), alert.stage()),
                                                        group -> new ArrayList<>())
                                                .add(new Letter(alert, occasion)));
            }
        }
        due.values()
                .forEach(
                        letters ->
                                letters.sort(
                                        Comparator.comparing(
                                                        (Letter letter) ->
                                                                letter.alert().direction())
                                                .thenComparing(letter -> letter.alert().firedAt())
                                                .thenComparing(letter -> letter.alert().id())));
        return due;
    }

    private void send(Group group, List<Letter> letters, Waiting state)
            throws InterruptedException {
        Outcome outcome = counter.courier().send(letters, key(letters));
        Instant now = clock.instant();
        int attempts = state.failures() + 1;
        switch (outcome.result()) {
            case DELIVERED -> close(group, letters, now, attempts, null);
            case REFUSED -> close(group, letters, now, attempts, outcome.reason());
            case FAILED -> {
                if (now.isAfter(state.since().plus(GIVEN_UP_AFTER))) {
                    close(group, letters, now, attempts, outcome.reason());
                } else {
                    Duration pause =
                            outcome.retryAfter().orElseGet(() -> counter.pauses().after(attempts));
                    waiting.put(group, new Waiting(state.since(), attempts, now.plus(pause)));
                    LOG.warn(
                            "{} not told of {} yet: {}, again in {} s",
                            receiver.id(),
                            ids(letters),
                            outcome.reason(),
                            pause.toSeconds());
                }
            }
        }
    }

    private void close(
            Group group, List<Letter> letters, Instant now, int attempts, String failure) {
        waiting.remove(group);
        ledger.add(
                letters.stream()
                        .map(
                                letter ->
                                        Told.after(
                                                ledger.of(letter.alert().id()),
                                                receiver.id(),
                                                letter,
                                                now,
                                                attempts,
                                                failure))
                        .toList());
        if (failure == null) {
            LOG.info("{} told of {}, attempt {}", receiver.id(), ids(letters), attempts);
        } else {
            LOG.error(
                    "{} cannot be told of {}: {}, given up after {} attempts",
                    receiver.id(),
                    ids(letters),
                    failure,
                    attempts);
        }
    }

    /** What was sent and not noted, because the process was killed between, has the same key. */
    private String key(List<Letter> letters) {
        StringBuilder all = new StringBuilder(receiver.id());
        for (Letter letter : letters) {
            Told told = ledger.of(letter.alert().id());
            all.append('|')
                    .append(letter.alert().id())
                    .append('.')
                    .append(letter.alert().version())
                    .append('.')
                    .append(letter.occasion().id());
            if (letter.occasion() == Occasion.REMINDER && told != null) {
                all.append('.').append(told.at().toEpochMilli());
            }
        }
        return Hashes.sha256(all.toString()).substring(0, KEY_DIGITS);
    }

    private static List<String> ids(List<Letter> letters) {
        return letters.stream()
                .map(
                        letter ->
                                letter.alert().id()
                                        + " version "
                                        + letter.alert().version()
                                        + " ("
                                        + letter.occasion().id()
                                        + ")")
                .toList();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
