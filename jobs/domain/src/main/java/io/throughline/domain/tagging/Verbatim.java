package io.throughline.domain.tagging;

import io.throughline.domain.redact.Placeholders;
import io.throughline.model.Channel;
import io.throughline.model.Rating;
import io.throughline.own.OwnWords;
import java.util.List;

/**
 * What a tagger gets to see: the customer's voice, redacted, and what is known about it.
 *
 * <p>What others wrote is blanked here, before any engine, so that every place is the one in the
 * text that is kept: an answer is not tagged by the mail that it quotes.
 *
 * <p>What redaction left, such as {@code [EMAIL_ADDRESS]}, is not the customer's: it is blanked
 * too.
 *
 * @param turns the customer's utterances in order; a single text is one; empty when there is none
 * @param language primary tag such as {@code en}; null when unknown
 * @param rating null when none was given
 * @param channel null when unknown
 */
public record Verbatim(List<String> turns, String language, Rating rating, Channel channel) {

    public Verbatim {
        turns = turns.stream().map(OwnWords::blanked).map(Placeholders::blanked).toList();
    }

    /** A single text of unknown language. */
    public static Verbatim of(String text) {
        return new Verbatim(
                text == null || text.isBlank() ? List.of() : List.of(text), null, null, null);
    }

    /** All turns, a line each; empty when there is no text. */
    public String text() {
        return String.join("\n", turns);
    }
}
