package io.throughline.local.demo;

import io.throughline.local.demo.wire.Review;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.util.List;

/** Writes drafts as App Store reviews. */
final class ReviewWriter {

    private static final List<String> VERSIONS = List.of("7.11.0", "7.12.0", "7.12.1", "7.13.0");

    private final Teller teller;

    ReviewWriter(Teller teller) {
        this.teller = teller;
    }

    /** The review of a draft. */
    Review write(Draft draft, Told told) {
        return write(draft, told, id(draft));
    }

    /** What became of a review after its author changed it. */
    Review rewrite(Draft draft, Told told, Review before) {
        return write(draft, told, before.id());
    }

    Told tell(Draft draft) {
        return teller.tell(draft);
    }

    private Review write(Draft draft, Told told, String id) {
        Dice dice = draft.dice("review");
        String version = dice.pick(VERSIONS);
        boolean nameless = dice.chance(0.01);
        return new Review(
                id,
                draft.at(),
                nameless ? null : draft.person().handle(),
                String.valueOf(100_000_000 + draft.person().number() % 800_000_000L),
                stars(draft.feeling(), dice),
                version,
                told.title(),
                told.text());
    }

    private static String id(Draft draft) {
        long since = draft.at().toEpochMilli() - DemoOptions.EARLIEST_END.toEpochMilli();
        return String.valueOf(since / Casting.STEP.toMillis());
    }

    /** One in twenty means it the other way round, as in life. */
    static int stars(Feeling feeling, Dice dice) {
        int stars =
                switch (feeling) {
                    case POSITIVE -> dice.chance(0.75) ? 5 : 4;
                    case NEUTRAL -> dice.between(3, 4);
                    case NEGATIVE -> dice.chance(0.7) ? 1 : 2;
                    case MIXED -> dice.between(2, 4);
                };
        return dice.chance(0.05) ? 6 - stars : stars;
    }
}
