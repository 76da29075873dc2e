package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.console.Console;
import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.bulk.BulkBatch;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.journey.Stage;
import io.throughline.kibana.rules.KibanaRule;
import io.throughline.kibana.rules.KibanaRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Provisioning of a real node that asks who comes, by keys with exactly the printed privileges. */
class ProvisionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path directory;

    private static SecuredElasticsearch node;

    @BeforeAll
    static void start() throws IOException {
        node = SecuredElasticsearch.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
    }

    @AfterEach
    void clear() throws IOException {
        for (JsonNode index : ask("GET", "/_cat/indices/cx-*?format=json", "")) {
            ask("DELETE", "/" + index.get("index").asText(), "");
        }
        for (JsonNode template : ask("GET", "/_index_template", "").path("index_templates")) {
            ask("DELETE", "/_index_template/" + template.get("name").asText(), "");
        }
    }

    @Test
    void putsEverythingInPlaceAndChangesNothingTheSecondTime() throws IOException {
        Command first = provision(printed("provisioner"));
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(summary(first).path("create").asInt())
                .isEqualTo(IndexTemplates.all().size() + 3);
        ask("PUT", "/cx-feedback-2026-03/_doc/1?refresh=true", "{\"id\": \"1\"}");
        String before = state();

        Command second = provision(printed("provisioner"));

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).contains("Nothing was changed: everything was in place.");
        assertThat(summary(second).path("create").asInt()).isZero();
        assertThat(summary(second).path("update").asInt()).isZero();
        assertThat(state()).isEqualTo(before);
        assertThat(ask("GET", "/cx-feedback/_mapping", "").findValue("dynamic").asText())
                .isEqualTo("strict");
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() throws IOException {
        ask("PUT", "/cx-alerts", "{\"mappings\": {\"properties\": {\"n\": {\"type\": \"long\"}}}}");
        String before = state();

        Command dry = provision(printed("provisioner"), "--dry-run");

        assertThat(dry.exit()).isZero();
        assertThat(state()).isEqualTo(before);
        assertThat(dry.err())
                .contains("create     elasticsearch index template cx-feedback")
                .contains("+ firedAt: {\"type\":\"date\"}")
                .contains("Nothing was changed: a dry run");
        JsonNode wouldBe = summary(dry);
        JsonNode was = summary(provision(printed("provisioner")));
        assertThat(wouldBe.path("applied").asBoolean()).isFalse();
        assertThat(was.path("applied").asBoolean()).isTrue();
        assertThat(was.path("steps")).isEqualTo(wouldBe.path("steps"));
    }

    @Test
    void addsFieldsAndAliasesToIndicesThereAreAndSaysWhichItCannotChange() throws IOException {
        ask(
                "PUT",
                "/cx-feedback-2025-01",
                """
                {"mappings": {"properties": {"id": {"type": "keyword", "ignore_above": 1024},
                  "rating": {"properties": {"value": {"type": "long"}}}}}}\
                """);
        ask("PUT", "/cx-feedback-backup", "{}");

        Command command = provision(printed("provisioner"));

        assertThat(command.exit()).isEqualTo(3);
        assertThat(provision(printed("provisioner"), "--accept-left").exit()).isZero();
        assertThat(command.err())
                .contains("LEFT       elasticsearch index cx-feedback-2025-01")
                .contains("~ rating.value: {\"type\":\"long\"} → {\"type\":\"double\"}")
                .contains("_reindex");
        JsonNode index = ask("GET", "/cx-feedback-2025-01", "").path("cx-feedback-2025-01");
        assertThat(index.at("/aliases").has("cx-feedback")).isTrue();
        assertThat(index.at("/mappings/properties/sentiment/properties/score/type").asText())
                .isEqualTo("double");
        assertThat(index.at("/mappings/properties/rating/properties/min/type").asText())
                .isEqualTo("double");
        assertThat(index.at("/mappings/properties/rating/properties/value/type").asText())
                .isEqualTo("long");
        JsonNode strange = ask("GET", "/cx-feedback-backup", "").path("cx-feedback-backup");
        assertThat(strange.path("aliases").isEmpty()).isTrue();
        assertThat(strange.path("mappings").isEmpty()).isTrue();
    }

    @Test
    void changesNothingWhereTemplatesOfOthersStandInTheWay() throws IOException {
        ask(
                "PUT",
                "/_index_template/house",
                "{\"index_patterns\": [\"cx-*\"], \"priority\": 200, \"template\": {}}");
        ask("PUT", "/_index_template/cx-journeys", "{\"index_patterns\": [\"other\"]}");
        String before = state();

        Command command = provision(printed("provisioner"));

        assertThat(command.exit()).isEqualTo(1);
        assertThat(command.err())
                .contains("REFUSED    elasticsearch index template cx-feedback")
                .contains("The index template house takes indices of cx-feedback-* too, and wins")
                .contains("throughline: nothing was changed");
        assertThat(state()).isEqualTo(before);

        ask("DELETE", "/_index_template/house", "");
        assertThat(provision(printed("provisioner")).err())
                .contains("an index template of that name that Throughline has not made");
    }

    @Test
    void everyPrivilegeOfTheProvisionerIsNeededAndNamedWhenItIsMissing() throws IOException {
        String before = state();
        for (Reduced less : reduced(printed("provisioner", "--without-rules"))) {
            Command command = provision(less.role());
            assertThat(command.exit()).as(less.missing()).isEqualTo(1);
            assertThat(command.err()).contains(less.missing(), "Nothing was changed.");
            Command dry = provision(less.role(), "--dry-run");
            assertThat(dry.exit()).as(less.missing()).isEqualTo(1);
            assertThat(dry.err()).contains(less.missing(), "Nothing was changed.");
            assertThat(state()).isEqualTo(before);
        }
        Command rules =
                provision(
                        printed("provisioner", "--without-rules"),
                        "--kibana",
                        "http://127.0.0.1:1");
        assertThat(rules.exit()).isEqualTo(1);
        assertThat(rules.err()).contains("lack the index privilege read on cx-*");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void deletesMonthsThatAreOlderAndNothingElse() throws IOException {
        assertThat(provision(printed("provisioner")).exit()).isZero();
        for (String index :
                List.of("cx-feedback-2019-12", "cx-signals-2020-02", "cx-old-2019-01")) {
            ask("PUT", "/" + index, "{}");
        }
        ask("PUT", "/cx-signals-2999-01", "{}");
        String before = state();
        JsonNode role = printed("retention");

        Command dry = retention(role, "--dry-run");
        assertThat(state()).isEqualTo(before);
        for (Reduced less : reduced(role)) {
            Command refused = retention(less.role());
            assertThat(refused.exit()).as(less.missing()).isEqualTo(1);
            assertThat(refused.err()).contains(less.missing());
        }
        assertThat(state()).isEqualTo(before);
        Command done = retention(role);

        assertThat(summary(dry).path("deleted")).isEqualTo(summary(done).path("deleted"));
        assertThat(summary(done).path("deleted").toString())
                .isEqualTo("[\"cx-feedback-2019-12\",\"cx-signals-2020-02\"]");
        assertThat(ask("GET", "/_cat/indices/cx-*?format=json", "").findValuesAsText("index"))
                .containsExactlyInAnyOrder(
                        "cx-alerts",
                        "cx-dead-letters",
                        "cx-journeys",
                        "cx-old-2019-01",
                        "cx-signals-2999-01");
        assertThat(retention(role).err()).contains("nothing to delete");
    }

    @Test
    void theWriterWritesMonthsAnewAndDeletesWithNothingToSpare() throws IOException {
        assertThat(provision(printed("provisioner")).exit()).isZero();
        JsonNode role = printed("writer");
        for (Reduced less : reduced(role)) {
            assertThat(write(less.role(), "cx-feedback-2026-01"))
                    .as(less.missing())
                    .contains("granted by the index privileges")
                    .contains(less.missing());
        }

        assertThat(write(role, "cx-feedback-2026-02")).isEmpty();
        assertThat(ask("GET", "/cx-feedback-2026-02/_doc/kept", "").path("found").asBoolean())
                .isTrue();
        assertThat(forbidden(role, "GET", "/cx-feedback/_search")).isTrue();
        assertThat(forbidden(role, "DELETE", "/cx-alerts")).isTrue();
    }

    @Test
    void whatComesTooEarlyFindsNoIndexAndAfterwardsADeleteOfAMonthThatNeverWasIsDone()
            throws IOException {
        JsonNode role = printed("writer");
        autoCreate("\"-cx-*,+*\"");
        try {
            assertThat(bulk(role, "cx-feedback-2026-01").findValuesAsText("type"))
                    .as("of a put and a delete")
                    .containsExactly("index_not_found_exception", "index_not_found_exception");
            assertThat(provision(printed("provisioner")).exit()).isZero();

            try (RestClient client = client(role)) {
                int done =
                        new BulkBatch(client)
                                .write(
                                        List.of(
                                                DocumentWrite.delete(
                                                        "cx-feedback-2019-07", "never-there", 1)));
                assertThat(done).isEqualTo(1);
            }
            assertThat(write(role, "cx-feedback-2026-01")).isEmpty();
        } finally {
            autoCreate("null");
        }
    }

    private static void autoCreate(String names) throws IOException {
        ask(
                "PUT",
                "/_cluster/settings",
                "{\"persistent\": {\"action.auto_create_index\": " + names + "}}");
    }

    @Test
    void theReaderSeesTheLivePageAndChangesNothing() throws Exception {
        assertThat(provision(printed("provisioner")).exit()).isZero();
        JsonNode role = printed("reader");
        String document =
                """
                {"id": "1", "channel": "mobile", "source": "app-store", "revision": 1,
                 "occurredAt": "2026-03-04T05:06:07Z", "firstOccurredAt": "2026-03-04T05:06:07Z",
                 "observedAt": "2026-03-04T05:06:09Z", "text": "fine"}\
                """;
        ask("PUT", "/cx-feedback-2026-03/_doc/1?refresh=true", document);

        try (RestClient client = client(role);
                Console console = Console.start("127.0.0.1", 0)) {
            console.ready(client, ShippedJourneys.find("insurance").orElseThrow());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(live(console)).contains("LIVE", "\"text\":\"fine\""));
        }
        assertThat(forbidden(role, "PUT", "/cx-feedback-2026-03/_doc/2")).isTrue();
        assertThat(forbidden(role, "DELETE", "/cx-feedback-2026-03")).isTrue();
        for (Reduced less : reduced(role)) {
            assertThat(forbidden(less.role(), "GET", "/cx-feedback/_search")).isTrue();
        }
    }

    @Test
    void theExampleRulesSeeWhatTheyWatchWithTheKeyThatMadeThem() throws IOException {
        assertThat(provision(printed("provisioner")).exit()).isZero();
        JourneyMap map = ShippedJourneys.find("insurance").orElseThrow();
        seedWhatRulesWatch(map);

        List<KibanaRule> rules = KibanaRules.of(map);
        assertThat(rules).hasSize(map.stages().size() + 3);
        try (RestClient client = client(printed("provisioner"))) {
            for (KibanaRule rule : rules) {
                assertThat(RuleSearch.count(client, rule)).as(rule.toString()).isPositive();
            }
        }
        JsonNode blind = printed("provisioner", "--without-rules");
        for (String index : rules.stream().map(RuleSearch::index).distinct().toList()) {
            assertThat(forbidden(blind, "GET", "/" + index + "/_search")).as(index).isTrue();
        }
    }

    /** Of each kind one that a rule is about, of now. */
    private static void seedWhatRulesWatch(JourneyMap map) throws IOException {
        String now = Instant.now().toString();
        ObjectNode journey = JSON.createObjectNode().put("journey", map.journey());
        for (Stage stage : map.stages()) {
            put("cx-alerts", journey.deepCopy().put("stage", stage.id()).put("firedAt", now));
        }
        put("cx-feedback-2026-03", journey.deepCopy().put("observedAt", now));
        put(
                "cx-dead-letters",
                JSON.createObjectNode().put("reason", "malformed").put("observedAt", now));
        ObjectNode health = JSON.createObjectNode().put("source", "shop").put("windowStart", now);
        health.putObject("health").put("state", "failing");
        put("cx-signals-2026-03", health);
    }

    private static void put(String index, ObjectNode document) throws IOException {
        ask("POST", "/" + index + "/_doc?refresh=true", document.toString());
    }

    @Test
    void wrongCredentialsAndWrongAddressesAreToldInASentence() throws IOException {
        Path key = Files.writeString(directory.resolve("wrong.key"), "d3Jvbmc6d3Jvbmc=\n");
        assertThat(
                        Command.run(
                                        "provision",
                                        "--elasticsearch",
                                        node.url(),
                                        "--api-key-file",
                                        key.toString())
                                .err())
                .contains("Elasticsearch does not know these credentials");
        assertThat(Command.run("provision", "--elasticsearch", node.url()).err())
                .contains("Elasticsearch does not know these credentials");
        assertThat(Command.run("provision", "--elasticsearch", "http://127.0.0.1:1").err())
                .contains("Elasticsearch does not answer");
        Path all = Files.writeString(directory.resolve("all.key"), node.key(everything()));
        assertThat(
                        Command.run(
                                        "provision",
                                        "--elasticsearch",
                                        node.url(),
                                        "--api-key-file",
                                        all.toString(),
                                        "--kibana",
                                        node.url())
                                .err())
                .contains("is Elasticsearch, not Kibana");
    }

    private static String everything() {
        return "{\"cluster\": [\"all\"], \"indices\": [{\"names\": [\"*\"], \"privileges\":"
                + " [\"all\"]}]}";
    }

    private Command provision(JsonNode role, String... options) throws IOException {
        return asking("provision", role, options);
    }

    private Command retention(JsonNode role, String... options) throws IOException {
        return asking(
                "retention",
                role,
                Stream.concat(Stream.of("--keep", "13M"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private Command asking(String command, JsonNode role, String... options) throws IOException {
        Path key = directory.resolve("api.key");
        Files.writeString(key, node.key(role.toString()));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "--elasticsearch",
                                node.url(),
                                "--api-key-file",
                                key.toString()));
        arguments.addAll(List.of(options));
        return Command.run(arguments.toArray(String[]::new));
    }

    /** A role as the command prints it, for people to paste. */
    private static JsonNode printed(String role, String... options) throws IOException {
        Command printed =
                Command.run(
                        Stream.concat(
                                        Stream.of("provision", "--privileges", role),
                                        Stream.of(options))
                                .toArray(String[]::new));
        assertThat(printed.exit()).isZero();
        return JSON.readTree(printed.out());
    }

    private record Reduced(String missing, JsonNode role) {}

    /** The role without each of its privileges in turn. */
    private static List<Reduced> reduced(JsonNode role) {
        List<Reduced> all = new ArrayList<>();
        for (int i = 0; i < role.path("cluster").size(); i++) {
            ObjectNode less = role.deepCopy();
            all.add(new Reduced(((ArrayNode) less.path("cluster")).remove(i).asText(), less));
        }
        for (int i = 0; i < role.at("/indices/0/privileges").size(); i++) {
            ObjectNode less = role.deepCopy();
            ArrayNode privileges = (ArrayNode) less.at("/indices/0/privileges");
            String missing = privileges.remove(i).asText();
            if (privileges.isEmpty()) {
                ((ArrayNode) less.path("indices")).removeAll();
                // A key without any privilege has those of its maker.
                ((ArrayNode) less.path("cluster")).add("manage_own_api_key");
            }
            all.add(new Reduced(missing, less));
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    /** Reasons of what was refused of a write and a delete, as the sink sends them. */
    private static String write(JsonNode role, String index) throws IOException {
        try {
            return String.join("; ", bulk(role, index).findValuesAsText("reason"));
        } catch (ResponseException e) {
            return e.getMessage();
        }
    }

    private static JsonNode bulk(JsonNode role, String index) throws IOException {
        String body =
                """
                {"index":{"_index":"%1$s","_id":"kept","version":1,"version_type":"external"}}
                {"id":"kept"}
                {"delete":{"_index":"%1$s","_id":"gone","version":1,"version_type":"external"}}
                """
                        .formatted(index);
        try (RestClient client = client(role)) {
            Request request = new Request("POST", "/_bulk");
            request.addParameter("filter_path", "items.*.error.type,items.*.error.reason");
            request.setJsonEntity(body);
            try (InputStream in = client.performRequest(request).getEntity().getContent()) {
                return JSON.readTree(in);
            }
        }
    }

    private static boolean forbidden(JsonNode role, String method, String path) throws IOException {
        try (RestClient client = client(role)) {
            Request request = new Request(method, path);
            if (method.equals("PUT")) {
                request.setJsonEntity("{}");
            }
            client.performRequest(request);
            return false;
        } catch (ResponseException e) {
            return e.getResponse().getStatusLine().getStatusCode() == 403;
        }
    }

    private static String live(Console console) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console.url() + "/api/live")).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static RestClient client(JsonNode role) throws IOException {
        return ElasticsearchClients.open(
                ElasticsearchSettings.of(node.url()).withApiKey(node.key(role.toString())));
    }

    /** Templates, and of each index when anything about it was changed last, and its documents. */
    private static String state() throws IOException {
        return ask(
                                "GET",
                                "/_cluster/state/metadata?filter_path=metadata.index_template,"
                                        + "metadata.component_template,metadata.indices.cx-*.version,"
                                        + "metadata.indices.cx-*.mapping_version,"
                                        + "metadata.indices.cx-*.settings_version,"
                                        + "metadata.indices.cx-*.aliases_version",
                                "")
                        .toString()
                + ask("GET", "/_index_template", "")
                + ask("GET", "/cx-*/_search?seq_no_primary_term=true&version=true", "")
                        .path("hits");
    }

    private static JsonNode summary(Command command) throws IOException {
        return JSON.readTree(command.out());
    }

    private static JsonNode ask(String method, String path, String body) throws IOException {
        Request request = new Request(method, path);
        if (!body.isEmpty()) {
            request.setJsonEntity(body);
        }
        try (InputStream in =
                node.administrator().performRequest(request).getEntity().getContent()) {
            return JSON.readTree(in);
        }
    }
}
