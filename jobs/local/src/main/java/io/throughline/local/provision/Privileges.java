package io.throughline.local.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles that parts of Throughline need in Elasticsearch, each with nothing to spare. */
public enum Privileges {
    /** {@code provision} itself, Kibana included; what some duties need comes with these. */
    PROVISIONER(
            """
            {"cluster": ["monitor", "manage_index_templates"],
             "indices": [{"names": ["cx-*"], "privileges": ["manage"]}],
             "applications": [{"application": "kibana-.kibana", "privileges":
               ["feature_savedObjectsManagement.all"], "resources": ["space:default"]}]}
            """),
    /** The jobs on a cluster that is provisioned. */
    WRITER(
            """
            {"cluster": [],
             "indices": [{"names": ["cx-*"], "privileges": ["create_index", "index", "delete"]}]}
            """),
    /** The live page. People in Kibana need Kibana's own privileges beside it. */
    READER(
            """
            {"cluster": [], "indices": [{"names": ["cx-*"], "privileges": ["read"]}]}
            """),
    /** {@code retention}. */
    RETENTION(
            """
            {"cluster": ["monitor"],
             "indices": [{"names": ["cx-feedback*", "cx-signals*"],
               "privileges": ["view_index_metadata", "delete_index"]}]}
            """);

    /** What a provisioner may be there for besides, each with privileges of its own. */
    public enum Duty {
        /** The cluster deletes old months by itself. */
        LIFECYCLES,
        /** Example rules in Kibana: one searches with the privileges of whoever made it. */
        RULES
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String json;

    Privileges(String json) {
        this.json = json;
    }

    /** Body of {@code PUT /_security/role/NAME}. */
    public JsonNode role() {
        return read();
    }

    /** The same with what these duties need; other roles than the provisioner's have none. */
    public JsonNode role(Set<Duty> duties) {
        ObjectNode role = read();
        if (this == PROVISIONER) {
            duties.forEach(duty -> add(role, duty));
        }
        return role;
    }

    private static void add(ObjectNode role, Duty duty) {
        switch (duty) {
            case LIFECYCLES -> ((ArrayNode) role.path("cluster")).add("manage_ilm");
            case RULES -> {
                ((ArrayNode) role.at("/indices/0/privileges")).add("read");
                ((ArrayNode) role.at("/applications/0/privileges"))
                        .add("feature_stackAlerts.all")
                        .add("feature_actions.read");
            }
        }
    }

    private ObjectNode read() {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name(), e);
        }
    }

    /** Name that the role is proposed under. */
    public String roleName() {
        return "throughline-" + name().toLowerCase(Locale.ROOT);
    }

    /** What people have to know who grant it; empty for most. */
    public Optional<String> note() {
        return this == READER
                ? Optional.of(
                        "For people in Kibana grant Kibana's own privileges beside it: Dashboard:"
                                + " Read and Discover: Read, in the space that was provisioned.")
                : Optional.empty();
    }
}
