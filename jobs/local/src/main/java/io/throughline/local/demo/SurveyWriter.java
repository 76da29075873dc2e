package io.throughline.local.demo;

import io.throughline.local.demo.wire.Survey;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes drafts as survey responses. */
final class SurveyWriter {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> PRODUCTS = List.of("auto", "home", "renters", "auto_home");

    /** Response with its text as the pipeline will have it. */
    record Written(Survey survey, String text) {}

    private final Teller teller;

    SurveyWriter(Teller teller) {
        this.teller = teller;
    }

    /** The response of a draft. */
    Written write(Draft draft, Told told) {
        Dice dice = draft.dice("survey");
        Dice names = draft.dice("survey at " + draft.at());
        Survey.Form form = dice.chance(0.55) ? Survey.Form.CONTACT : Survey.Form.RELATIONSHIP;
        boolean silent = dice.chance(0.03) && told.secrets().isEmpty();
        boolean split = told.sentences().size() > 2 && dice.chance(0.35);
        int cut = split ? dice.between(1, told.sentences().size() - 1) : told.sentences().size();
        String reason = silent ? null : String.join(" ", told.sentences().subList(0, cut));
        String wish =
                split && !silent
                        ? String.join(" ", told.sentences().subList(cut, told.sentences().size()))
                        : null;
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("customer_id", "HL" + (1_000_000 + draft.person().number() % 8_000_000));
        hidden.put("product", dice.pick(PRODUCTS));
        Survey survey =
                new Survey(
                        form,
                        ulid(draft.at(), names),
                        names.characters(TOKEN, 32),
                        draft.at().minusSeconds(dice.between(25, 400)),
                        draft.at(),
                        score(form, draft.feeling(), dice),
                        reason,
                        wish,
                        dice.chance(0.2) ? draft.person().email() : null,
                        hidden);
        String text = reason == null || wish == null ? reason : reason + "\n" + wish;
        return new Written(survey, text);
    }

    Told tell(Draft draft) {
        return teller.tell(draft);
    }

    private static int score(Survey.Form form, Feeling feeling, Dice dice) {
        if (form == Survey.Form.CONTACT) {
            return ReviewWriter.stars(feeling, dice);
        }
        return switch (feeling) {
            case POSITIVE -> dice.between(8, 10);
            case NEUTRAL -> dice.between(5, 8);
            case NEGATIVE -> dice.between(0, 4);
            case MIXED -> dice.between(4, 7);
        };
    }

    /** 48 bits of milliseconds and 80 of chance, in Crockford's base 32. */
    private static String ulid(Instant at, Dice dice) {
        StringBuilder text = new StringBuilder();
        for (int shift = 45; shift >= 0; shift -= 5) {
            text.append(CROCKFORD.charAt((int) (at.toEpochMilli() >>> shift) & 31));
        }
        return text + dice.characters(CROCKFORD, 16);
    }
}
