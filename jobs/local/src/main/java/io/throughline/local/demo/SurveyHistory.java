package io.throughline.local.demo;

import io.throughline.local.demo.wire.Webhook;
import io.throughline.local.demo.words.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The webhooks of the history, in the order in which they are sent. */
final class SurveyHistory {

    /** Chance that a webhook is delivered again. */
    private static final double REPEATED = 0.04;

    /** Chance that its sender could not reach us for hours. */
    private static final double LATE = 0.03;

    private final SurveyWriter writer;
    private final Instant end;
    private final Book book;
    private final Expectation.Ledger ledger;
    private final List<Webhook> webhooks = new ArrayList<>();

    private SurveyHistory(SurveyWriter writer, Instant end, Book book) {
        this.writer = writer;
        this.end = end;
        this.book = book;
        this.ledger = book.ledger(DemoSource.TYPEFORM);
    }

    static List<Webhook> of(List<Draft> drafts, SurveyWriter writer, Instant end, Book book) {
        SurveyHistory history = new SurveyHistory(writer, end, book);
        drafts.forEach(history::add);
        history.forge(drafts);
        BrokenSurveys.of(drafts, writer).forEach(history::addBroken);
        history.webhooks.sort(Comparator.comparing(Webhook::at));
        return List.copyOf(history.webhooks);
    }

    private void add(Draft draft) {
        Dice dice = draft.dice("delivery");
        Told told = writer.tell(draft);
        book.secrets(told.secrets());
        SurveyWriter.Written written = writer.write(draft, told);
        if (written.survey().email() != null) {
            book.secrets(List.of(written.survey().email()));
        }
        byte[] body = written.survey().body();
        long delay = dice.chance(LATE) ? 3600L * dice.between(2, 20) : dice.between(1, 4);
        put(draft.at().plusSeconds(delay), body);
        ledger.created();
        Draft meant = written.text() == null ? draft.unlabelled() : draft;
        book.label(DemoSource.TYPEFORM, written.survey().token(), meant, written.text());
        if (dice.chance(REPEATED)) {
            long later = dice.chance(0.5) ? 30 : 3600L * dice.between(6, 90);
            put(draft.at().plusSeconds(delay + later), body);
            ledger.repeated();
        }
    }

    /** Somebody tries to plant responses without knowing the secret. */
    private void forge(List<Draft> drafts) {
        for (int i = 1; i <= 9; i++) {
            Draft model = drafts.get(i * drafts.size() / 10);
            Draft forged =
                    new Draft(
                            model.seed(),
                            -i,
                            model.at().plusSeconds(7),
                            model.channel(),
                            model.topic(),
                            model.stage(),
                            null,
                            model.feeling(),
                            model.length(),
                            model.person());
            byte[] body = writer.write(forged, writer.tell(forged)).survey().body();
            webhooks.add(new Webhook(forged.at(), body, Webhook.Sender.IMPOSTOR));
            ledger.refused();
        }
    }

    private void addBroken(Broken broken) {
        put(broken.at(), broken.content());
        ledger.rejected(broken.reason());
    }

    private void put(Instant at, byte[] body) {
        Instant before = end.minusSeconds(1);
        Instant sent = at.isAfter(before) ? before : at;
        webhooks.add(new Webhook(sent, body, Webhook.Sender.PROVIDER));
    }
}
