package io.throughline.alert;

import java.util.List;
import java.util.Objects;

/**
 * Whose stage it is, by the journey map that was in force when the alert fired.
 *
 * @param stageName the stage in the customer's words
 * @param owner the one function that answers for it
 * @param contributors functions that affect it
 * @param sponsor whom it goes to when the owner does not take it up in time; null when none is set
 */
public record Ownership(String stageName, String owner, List<String> contributors, String sponsor) {

    public Ownership {
        Objects.requireNonNull(stageName, "stageName");
        Objects.requireNonNull(owner, "owner");
        contributors = List.copyOf(contributors);
    }
}
