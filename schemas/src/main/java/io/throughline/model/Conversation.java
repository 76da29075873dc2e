package io.throughline.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The exchange a feedback is, or is part of.
 *
 * @param id the source's id of the conversation
 * @param turns in the order they were said
 */
public record Conversation(String id, List<Turn> turns) {

    public Conversation {
        Objects.requireNonNull(id, "id");
        turns = List.copyOf(turns);
    }

    /** The customer's voice: what customers said, a turn a line; null when they said nothing. */
    public String customerText() {
        String text =
                turns.stream()
                        .filter(turn -> turn.role() == Role.CUSTOMER && !turn.text().isBlank())
                        .map(Turn::text)
                        .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    /** The same conversation with every turn's text changed. */
    public Conversation mapText(UnaryOperator<String> change) {
        return new Conversation(
                id, turns.stream().map(turn -> turn.withText(change.apply(turn.text()))).toList());
    }
}
