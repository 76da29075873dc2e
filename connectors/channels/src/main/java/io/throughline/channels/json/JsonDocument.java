package io.throughline.channels.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.FailureReason;
import java.util.Optional;

/**
 * A JSON text that was read. Where a part of it could not be, because it nests too deep or holds
 * bytes that are no text, a flaw stands in its place: so that only the record around it is refused.
 *
 * @param root never null
 * @param flaws how many there are
 */
public record JsonDocument(JsonNode root, int flaws) {

    /** The first flaw in a part of the document; empty when it is sound. */
    public Optional<FailureReason> flawOf(JsonNode part) {
        return flaws == 0 ? Optional.empty() : Optional.ofNullable(Flaw.firstIn(part));
    }

    /** How many flaws a part of the document holds. */
    public int flawsIn(JsonNode part) {
        return flaws == 0 ? 0 : Flaw.countIn(part);
    }
}
