package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.send.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The post of an Alertmanager, which groups, repeats and silences by itself and wants to be told
 * everything that lasts again and again, and what ended for five minutes more, in case it missed it
 * ({@code docs/alerts_api.md} of prometheus/alertmanager). Only changes of state go into the log.
 */
final class AlertmanagerDesk implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerDesk.class);

    static final Duration AGAIN = Duration.ofMinutes(1);
    static final Duration ENDED_AGAIN_FOR = Duration.ofMinutes(5);

    private final Counter counter;
    private final Receiver receiver;
    private final Ledger ledger;
    private final Clock clock;
    private int failures;
    private Instant notBefore = Instant.MIN;

    AlertmanagerDesk(Counter counter) {
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
        if (now.isBefore(notBefore)) {
            return notBefore;
        }
        List<Letter> letters = letters(now);
        if (letters.isEmpty()) {
            return now.plus(AGAIN);
        }
        Outcome outcome = counter.courier().send(letters, receiver.id() + "-" + now.toEpochMilli());
        Instant after = clock.instant();
        if (outcome.result() == Outcome.Result.FAILED) {
            failures++;
            Duration pause = outcome.retryAfter().orElseGet(() -> counter.pauses().after(failures));
            LOG.warn(
                    "{} not told of {} alerts yet: {}, again in {} s",
                    receiver.id(),
                    letters.size(),
                    outcome.reason(),
                    pause.toSeconds());
            notBefore = after.plus(pause);
            return notBefore;
        }
        note(letters, after, outcome);
        failures = 0;
        return after.plus(AGAIN);
    }

    private List<Letter> letters(Instant now) {
        List<Letter> letters = new ArrayList<>();
        for (Alert alert : counter.alerts()) {
            Told told = ledger.of(alert.id());
            boolean known = told != null && told.known();
            boolean wanted =
                    Due.lasts(alert)
                            ? counter.notifications().tells(receiver, alert)
                            : known && receiver.sendResolved() && recently(alert, told, now);
            if (wanted) {
                letters.add(new Letter(alert, Occasion.CHANGE));
            }
        }
        letters.sort(Comparator.comparing(letter -> letter.alert().id()));
        return letters;
    }

    private static boolean recently(Alert alert, Told told, Instant now) {
        return told.state() != alert.state() || now.isBefore(told.at().plus(ENDED_AGAIN_FOR));
    }

    private void note(List<Letter> letters, Instant now, Outcome outcome) {
        boolean through = outcome.result() == Outcome.Result.DELIVERED;
        List<Told> entries = new ArrayList<>();
        for (Letter letter : letters) {
            Told before = ledger.of(letter.alert().id());
            boolean news = before == null || before.state() != letter.alert().state();
            boolean mended = before != null && before.failure() != null && through;
            if (news || mended) {
                entries.add(
                        Told.after(
                                before,
                                receiver.id(),
                                letter,
                                now,
                                failures + 1,
                                through ? null : outcome.reason()));
            }
        }
        if (!entries.isEmpty()) {
            ledger.add(entries);
            if (through) {
                LOG.info("{} told of {} changes", receiver.id(), entries.size());
            }
        }
        if (!through) {
            LOG.error("{} refuses {} alerts: {}", receiver.id(), letters.size(), outcome.reason());
        }
    }
}
