package io.throughline.local.demo;

import io.throughline.local.demo.wire.Call;
import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.words.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of the history, in the order in which they turn up. */
final class CallHistory {

    /** Chance that a transcript is hours late. */
    private static final double LATE = 0.12;

    /** Chance that a transcript is exported twice. */
    private static final double REPEATED = 0.015;

    private final CallWriter writer;
    private final Instant end;
    private final Book book;
    private final Expectation.Ledger ledger;
    private final List<CallFile> files = new ArrayList<>();

    private CallHistory(CallWriter writer, Instant end, Book book) {
        this.writer = writer;
        this.end = end;
        this.book = book;
        this.ledger = book.ledger(DemoSource.TRANSCRIBE);
    }

    static List<CallFile> of(List<Draft> drafts, CallWriter writer, Instant end, Book book) {
        CallHistory history = new CallHistory(writer, end, book);
        drafts.forEach(history::add);
        int number = 0;
        for (Broken broken : BrokenCalls.of(drafts, writer)) {
            history.addBroken(broken, ++number);
        }
        history.files.sort(Comparator.comparing(CallFile::at).thenComparing(CallFile::name));
        return List.copyOf(history.files);
    }

    private void add(Draft draft) {
        Dice dice = draft.dice("delivery");
        Told told = writer.tell(draft);
        book.secrets(told.secrets());
        Call call = writer.write(draft, told);
        long delay = dice.chance(LATE) ? 3600L * dice.between(2, 14) : dice.between(240, 900);
        put(draft.at().plusSeconds(delay), call.fileName(), call.content());
        ledger.created();
        book.label(DemoSource.TRANSCRIBE, call.jobName(), draft, CallWriter.text(call));
        if (dice.chance(REPEATED)) {
            String name = call.fileName().replace(".json", ".export-2.json");
            put(draft.at().plusSeconds(delay + 5400), name, call.content());
            ledger.repeated();
        }
    }

    private void addBroken(Broken broken, int number) {
        String stamp = broken.at().toString().substring(0, 19).replace(':', '-');
        put(broken.at(), stamp + "Z_hl-call-unreadable-" + number + ".json", broken.content());
        ledger.rejected(broken.reason());
    }

    private void put(Instant at, String name, byte[] content) {
        Instant before = end.minusSeconds(1);
        files.add(new CallFile(at.isAfter(before) ? before : at, name, content));
    }
}
