package io.throughline.kibana;

import java.util.Objects;

/**
 * A link from one saved object to another, which Kibana follows by its name.
 *
 * @param name under which the object's attributes speak of it
 * @param type of the object that is meant, such as {@code index-pattern}
 * @param id of the object that is meant
 */
public record Reference(String name, String type, String id) {

    public Reference {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
