package io.throughline.channels.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.TurnFields;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The phrases of transcripts as turns. */
final class Phrases {

    private Phrases() {}

    /**
     * The turns in the order of the phrases.
     *
     * @param begin what turns count from; without it they have no times
     */
    static List<Turn> turns(List<JsonNode> transcripts, Optional<Instant> begin) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < transcripts.size(); i++) {
            String transcript = "transcripts[" + i + "]";
            if (!transcripts.get(i).isObject()) {
                throw RejectedException.invalid(transcript, "is no object");
            }
            int index = 0;
            for (JsonNode phrase : Fields.items(transcripts.get(i), "phrases")) {
                String name = transcript + ".phrases[" + index++ + "]";
                turns.add(turn(name, phrase, turns.size(), begin));
            }
        }
        return turns;
    }

    private static Turn turn(String name, JsonNode phrase, int index, Optional<Instant> begin) {
        if (!phrase.isObject()) {
            throw RejectedException.invalid(name, "is no object");
        }
        Long at = TurnFields.millis(name + ".startTimeMs", phrase.path("startTimeMs"));
        Long lasts =
                TurnFields.millis(
                        name + ".duration.milliseconds",
                        phrase.path("duration").path("milliseconds"));
        Long from =
                at == null || begin.isEmpty() || at < begin.get().toEpochMilli()
                        ? null
                        : at - begin.get().toEpochMilli();
        return new Turn(
                index,
                role(name + ".participantPurpose", phrase.path("participantPurpose")),
                TurnFields.content(name + ".text", phrase.path("text")),
                from,
                from == null || lasts == null ? null : from + lasts);
    }

    private static Role role(String field, JsonNode purpose) {
        if (Fields.absent(purpose) || purpose.asText().isBlank()) {
            throw RejectedException.missing(field);
        }
        return switch (purpose.asText().strip().toLowerCase(Locale.ROOT)) {
            case "external", "customer" -> Role.CUSTOMER;
            case "internal", "agent", "user" -> Role.AGENT;
            case "acd", "ivr", "bot", "botflow", "voicemail", "conference", "workflow" ->
                    Role.SYSTEM;
            default -> throw RejectedException.invalid(field, "is no purpose that is known");
        };
    }
}
