package io.throughline.channels.contactlens;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who takes part in a contact. A turn names its speaker by id; what that one is to us stands in the
 * list of participants, so a turn whose speaker is not listed cannot be attributed, and its words
 * must not count as the customer's.
 */
final class Participants {

    private final Map<String, JsonNode> roles = new HashMap<>();

    private Participants() {}

    static Participants of(JsonNode file) {
        Participants participants = new Participants();
        for (JsonNode participant : Fields.items(file, "Participants")) {
            Fields.lenientText(participant, "ParticipantId")
                    .ifPresent(
                            id -> participants.roles.put(id, participant.path("ParticipantRole")));
        }
        return participants;
    }

    /**
     * The role a turn names itself, else that of its participant.
     *
     * @throws RejectedException when there is none; a participant without one who says nothing does
     *     no harm
     */
    Role of(String turn, JsonNode item) {
        if (!Fields.absent(item.path("ParticipantRole"))) {
            return role(turn + ".ParticipantRole", item.path("ParticipantRole"));
        }
        String field = turn + ".ParticipantId";
        if (Fields.absent(item.path("ParticipantId"))) {
            throw RejectedException.missing(field);
        }
        JsonNode role = roles.get(item.path("ParticipantId").asText());
        if (role == null) {
            throw RejectedException.invalid(field, "names none of the participants");
        }
        return role("ParticipantRole of " + field, role);
    }

    private static Role role(String field, JsonNode role) {
        if (Fields.absent(role) || role.asText().isBlank()) {
            throw RejectedException.missing(field);
        }
        return switch (role.asText().strip().toUpperCase(Locale.ROOT)) {
            case "CUSTOMER" -> Role.CUSTOMER;
            case "AGENT", "SUPERVISOR" -> Role.AGENT;
            case "SYSTEM", "CUSTOM_BOT" -> Role.SYSTEM;
            default -> throw RejectedException.invalid(field, "is no role that is known");
        };
    }
}
