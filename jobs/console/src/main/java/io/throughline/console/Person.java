package io.throughline.console;

import java.util.Objects;

/**
 * Somebody who proved who they are.
 *
 * @param name as in the file of tokens, or as the provider says
 */
public record Person(String name, Role role) {

    public Person {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }
}
