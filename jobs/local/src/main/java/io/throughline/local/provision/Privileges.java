package io.throughline.local.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** The roles that parts of Throughline need in Elasticsearch, each with nothing to spare. */
public enum Privileges {
    /** {@code provision} itself, Kibana included. */
    PROVISIONER(
            """
            {"cluster": ["monitor", "manage_index_templates"],
             "indices": [{"names": ["cx-*"], "privileges": ["manage"]}],
             "applications": [{"application": "kibana-.kibana", "privileges":
               ["feature_savedObjectsManagement.all", "feature_stackAlerts.all", "feature_actions.read"],
               "resources": ["space:default"]}]}
            """),
    /** The jobs on a cluster that is provisioned. */
    WRITER(
            """
            {"cluster": [],
             "indices": [{"names": ["cx-*"], "privileges": ["create_index", "index", "delete"]}]}
            """),
    /** The live page, and people in Kibana. */
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

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the cluster deletes old months by itself. */
    private static final String LIFECYCLES = "manage_ilm";

    private final String json;

    Privileges(String json) {
        this.json = json;
    }

    /** Body of {@code PUT /_security/role/NAME}. */
    public JsonNode role() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name(), e);
        }
    }

    /** The same with leave to have the cluster delete old months by itself. */
    public JsonNode roleWithLifecycles() {
        JsonNode role = role();
        ((ArrayNode) role.path("cluster")).add(LIFECYCLES);
        return role;
    }

    /** Name that the role is proposed under. */
    public String roleName() {
        return "throughline-" + name().toLowerCase(Locale.ROOT);
    }
}
