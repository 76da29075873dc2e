package io.throughline.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * What a cluster has of templates, indices and policies, and how they are changed. Every method
 * throws an {@link ElasticsearchSetupException} with a sentence when the cluster is not there, is
 * none, or refuses.
 */
public final class ClusterAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers of servers that do not know a path. */
    private static final Set<Integer> NO_SUCH_PATH = Set.of(400, 405, 410);

    private final SetupRequests requests;

    public ClusterAdmin(RestClient client) {
        requests = new SetupRequests(client);
    }

    /** Which server it is. */
    public ClusterIdentity identity() {
        requests.checkIsElasticsearch();
        Optional<JsonNode> root =
                requests.find(new Request("GET", "/"), "its version", Set.of(400, 404, 405));
        if (root.isPresent()) {
            JsonNode version = root.get().path("version");
            return new ClusterIdentity(
                    version.path("number").asText(""),
                    version.path("distribution").asText("elasticsearch"),
                    version.path("build_flavor").asText("default"));
        }
        JsonNode nodes =
                requests.ask(new Request("GET", "/_nodes/_local"), "its version").path("nodes");
        JsonNode node = nodes.isEmpty() ? JSON.missingNode() : nodes.iterator().next();
        return new ClusterIdentity(
                node.path("version").asText(""),
                "elasticsearch",
                node.path("build_flavor").asText("default"));
    }

    /**
     * Privileges of a role that these credentials lack, such as {@code cluster monitor} or {@code
     * manage on cx-alerts}; none where the cluster has no security.
     *
     * @param role as the body of a role, with {@code cluster} and {@code indices}
     */
    public List<String> lacking(JsonNode role) {
        ObjectNode question = JSON.createObjectNode();
        question.set("cluster", role.path("cluster"));
        question.set("index", role.path("indices"));
        Optional<JsonNode> answer =
                requests.find(
                        json(new Request("POST", "/_security/user/_has_privileges"), question),
                        "the question for its privileges",
                        NO_SUCH_PATH);
        List<String> lacking = new ArrayList<>();
        answer.ifPresent(
                held -> {
                    held.path("cluster")
                            .fields()
                            .forEachRemaining(
                                    one -> {
                                        if (!one.getValue().asBoolean()) {
                                            lacking.add("the cluster privilege " + one.getKey());
                                        }
                                    });
                    lackingOnIndices(held.path("index"), lacking);
                });
        return lacking;
    }

    private static void lackingOnIndices(JsonNode held, List<String> lacking) {
        Map<String, List<String>> indices = new TreeMap<>();
        held.fields()
                .forEachRemaining(
                        index ->
                                index.getValue()
                                        .fields()
                                        .forEachRemaining(
                                                one -> {
                                                    if (!one.getValue().asBoolean()) {
                                                        indices.computeIfAbsent(
                                                                        one.getKey(),
                                                                        key -> new ArrayList<>())
                                                                .add(index.getKey());
                                                    }
                                                }));
        indices.forEach(
                (privilege, names) ->
                        lacking.add(
                                "the index privilege "
                                        + privilege
                                        + " on "
                                        + String.join(", ", names)));
    }

    /** Every index template by its name. */
    public Map<String, JsonNode> indexTemplates() {
        return named(
                requests.ask(new Request("GET", "/_index_template"), "to read index templates")
                        .path("index_templates"),
                "index_template");
    }

    public void putIndexTemplate(String name, JsonNode body) {
        put("/_index_template/" + segment(name), body, "the index template " + name);
    }

    public Optional<JsonNode> componentTemplate(String name) {
        return requests.find(
                        new Request("GET", "/_component_template/" + segment(name)),
                        "to read the component template " + name)
                .map(found -> named(found.path("component_templates"), "component_template"))
                .map(found -> found.get(name));
    }

    public void putComponentTemplate(String name, JsonNode body) {
        put("/_component_template/" + segment(name), body, "the component template " + name);
    }

    /**
     * Indices of a name or pattern, with {@code aliases}, {@code mappings} and {@code settings};
     * none when there are none.
     */
    public Map<String, JsonNode> indices(String pattern) {
        Request request = new Request("GET", "/" + segment(pattern));
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("allow_no_indices", "true");
        request.addParameter("expand_wildcards", "open,closed");
        Map<String, JsonNode> found = new TreeMap<>();
        requests.ask(request, "to read the indices " + pattern)
                .fields()
                .forEachRemaining(index -> found.put(index.getKey(), index.getValue()));
        return found;
    }

    /** Creates an index as its template has it; one that is there meanwhile is as good. */
    public void createIndex(String name) {
        requests.createIndex(name);
    }

    /** Adds to the mapping of one index; what is there stays. */
    public void putMapping(String index, JsonNode mapping) {
        put("/" + segment(index) + "/_mapping", mapping, "the mapping of " + index);
    }

    /** Changes settings of one index. */
    public void putSettings(String index, JsonNode settings) {
        put("/" + segment(index) + "/_settings", settings, "the settings of " + index);
    }

    public void addAlias(String index, String alias) {
        put(
                "/" + segment(index) + "/_alias/" + segment(alias),
                JSON.createObjectNode(),
                "the alias " + alias + " of " + index);
    }

    /** Deletes one index with its documents; one that is gone meanwhile is as good. */
    public void deleteIndex(String name) {
        if (name.contains("*") || name.contains(",")) {
            throw new IllegalArgumentException("one index at a time, not " + name);
        }
        Optional<JsonNode> unused =
                requests.find(
                        new Request("DELETE", "/" + segment(name)), "to delete the index " + name);
    }

    /** Whether the cluster deletes by itself what a policy says, known by asking it. */
    public boolean hasLifecycles() {
        Request request = new Request("GET", "/_ilm/status");
        return requests.find(request, "the state of index lifecycle management", NO_SUCH_PATH)
                .isPresent();
    }

    public Optional<JsonNode> lifecycle(String name) {
        return requests.find(
                        new Request("GET", "/_ilm/policy/" + segment(name)),
                        "to read the lifecycle policy " + name)
                .map(found -> found.path(name).path("policy"));
    }

    public void putLifecycle(String name, JsonNode policy) {
        ObjectNode body = JSON.createObjectNode();
        body.set("policy", policy);
        put("/_ilm/policy/" + segment(name), body, "the lifecycle policy " + name);
    }

    private void put(String path, JsonNode body, String what) {
        JsonNode unused = requests.ask(json(new Request("PUT", path), body), what);
    }

    private static Request json(Request request, JsonNode body) {
        request.setJsonEntity(body.toString());
        return request;
    }

    private static Map<String, JsonNode> named(JsonNode list, String part) {
        Map<String, JsonNode> named = new TreeMap<>();
        list.forEach(one -> named.put(one.path("name").asText(), one.path(part)));
        return named;
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2A", "*");
    }
}
