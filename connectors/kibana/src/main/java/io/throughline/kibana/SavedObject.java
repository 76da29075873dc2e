package io.throughline.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * One saved object of Kibana. It says which version of its type it is written for: without one,
 * Kibana runs every migration there ever was over it, which breaks what is written in today's form.
 *
 * @param type such as {@code dashboard}
 * @param id the same for the same journey map, so that importing again replaces
 * @param attributes what Kibana keeps; a copy is kept and a copy is given
 * @param references to other saved objects
 * @param typeMigrationVersion the version of the type that the attributes are in
 * @param coreMigrationVersion the version of the form that all saved objects share
 */
public record SavedObject(
        String type,
        String id,
        ObjectNode attributes,
        List<Reference> references,
        String typeMigrationVersion,
        String coreMigrationVersion) {

    /** Version of the form that all saved objects share; the last one there is. */
    public static final String CORE_MIGRATION_VERSION = "8.8.0";

    public SavedObject {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        attributes = attributes.deepCopy();
        references = List.copyOf(references);
        Objects.requireNonNull(typeMigrationVersion, "typeMigrationVersion");
        Objects.requireNonNull(coreMigrationVersion, "coreMigrationVersion");
    }

    /** One in the last form that saved objects share. */
    public SavedObject(
            String type,
            String id,
            ObjectNode attributes,
            List<Reference> references,
            String typeMigrationVersion) {
        this(type, id, attributes, references, typeMigrationVersion, CORE_MIGRATION_VERSION);
    }

    /** A copy, so that nobody changes what others read. */
    @Override
    public ObjectNode attributes() {
        return attributes.deepCopy();
    }

    /** The object as an import takes it. */
    public ObjectNode json() {
        return Json.object(
                "type",
                type,
                "id",
                id,
                "attributes",
                attributes,
                "references",
                references,
                "coreMigrationVersion",
                coreMigrationVersion,
                "typeMigrationVersion",
                typeMigrationVersion,
                "managed",
                false);
    }
}
