package io.throughline.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.IndexTemplate;
import io.throughline.elasticsearch.ElasticsearchSetupException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.http.HttpException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * The requests of the set-up, with every way they can fail told apart. Elasticsearch is recognised
 * by its cluster health and not by {@code GET /}, which builds for tests do not serve and which a
 * narrow API key may not call.
 */
final class SetupRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient client;

    SetupRequests(RestClient client) {
        this.client = client;
    }

    /** What a request is answered; a missing node when there is no body. */
    JsonNode ask(Request request, String what) {
        try {
            return reply(exchange(request));
        } catch (ResponseException e) {
            throw refused(e, what);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** As {@link #ask}; empty when there is no such thing (404). */
    Optional<JsonNode> find(Request request, String what) {
        return find(request, what, Set.of(404));
    }

    /** As {@link #ask}; empty for an answer of one of these kinds. */
    Optional<JsonNode> find(Request request, String what, Set<Integer> absent) {
        try {
            return Optional.of(reply(exchange(request)));
        } catch (ResponseException e) {
            if (absent.contains(e.getResponse().getStatusLine().getStatusCode())) {
                return Optional.empty();
            }
            throw refused(e, what);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    void checkIsElasticsearch() {
        health();
    }

    void checkReady() {
        String status = health();
        if (!status.equals("yellow") && !status.equals("green")) {
            throw failure(Problem.NOT_READY, "the health of Elasticsearch is " + status, null);
        }
    }

    void putTemplate(IndexTemplate template) {
        Request request = new Request("PUT", "/_index_template/" + template.name());
        request.setJsonEntity(template.json());
        perform(request, "the index template " + template.name());
    }

    /** Somebody else may create it between the question and the answer, which is as good. */
    void createIndex(String name) {
        if (perform(new Request("HEAD", "/" + name), "the index " + name) != 404) {
            return;
        }
        Request request = new Request("PUT", "/" + name);
        request.addParameter("wait_for_active_shards", "1");
        try {
            exchange(request);
        } catch (ResponseException e) {
            if (!reply(e.getResponse())
                    .at("/error/type")
                    .asText()
                    .equals("resource_already_exists_exception")) {
                throw refused(e, "the index " + name);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Adds fields to every index of a pattern; those that are there stay as they are. */
    void extendMapping(String pattern, JsonNode mappings) {
        Request request = new Request("PUT", "/" + pattern + "/_mapping");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("allow_no_indices", "true");
        request.setJsonEntity(mappings.toString());
        int unused = perform(request, "the mapping of " + pattern);
    }

    private String health() {
        try {
            Response response = exchange(new Request("GET", "/_cluster/health"));
            if (answersAsKibana(response)) {
                throw kibana();
            }
            JsonNode health = reply(response);
            if (!health.hasNonNull("cluster_name") || !health.hasNonNull("status")) {
                throw notElasticsearch(null);
            }
            return health.get("status").asText();
        } catch (ResponseException e) {
            throw refused(e, "a question for its health");
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private int perform(Request request, String what) {
        try {
            return exchange(request).getStatusLine().getStatusCode();
        } catch (ResponseException e) {
            throw refused(e, what);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The client wraps what is not even HTTP in an exception without a type of its own. */
    private Response exchange(Request request) throws IOException {
        try {
            return client.performRequest(request);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof HttpException) {
                throw notElasticsearch(e);
            }
            throw e;
        }
    }

    private static ElasticsearchSetupException refused(ResponseException cause, String what) {
        Response response = cause.getResponse();
        int status = response.getStatusLine().getStatusCode();
        if (answersAsKibana(response)) {
            return kibana();
        }
        JsonNode error = reply(response).path("error");
        if (status == 401) {
            return failure(
                    Problem.REFUSED_CREDENTIALS,
                    "Elasticsearch does not know these credentials; check the API key or the user"
                            + " and password",
                    null);
        }
        if (status == 403) {
            return failure(
                    Problem.REFUSED_CREDENTIALS,
                    "Elasticsearch forbids these credentials "
                            + what
                            + ": "
                            + MissingPrivilege.sentence(error.path("reason").asText("")),
                    null);
        }
        if (status == 408 || status == 429 || status == 502 || status == 503 || status == 504) {
            return failure(
                    Problem.NOT_READY,
                    "Elasticsearch is not ready (" + status + "); wait and try again",
                    null);
        }
        if (!error.hasNonNull("type")) {
            return notElasticsearch(cause);
        }
        return failure(
                Problem.REFUSED_REQUEST,
                "Elasticsearch refused "
                        + what
                        + " ("
                        + status
                        + ", "
                        + error.path("type").asText()
                        + "): "
                        + rootReason(error),
                null);
    }

    /**
     * The innermost reason: of a template with a mistake it names the field, the outer does not.
     */
    private static String rootReason(JsonNode error) {
        JsonNode cause = error;
        while (cause.has("caused_by")) {
            cause = cause.get("caused_by");
        }
        return cause.path("reason").asText("no reason given");
    }

    private ElasticsearchSetupException unreachable(IOException cause) {
        if (TransportFailures.isTls(cause)) {
            return failure(
                    Problem.TLS,
                    "no trusted connection to Elasticsearch at "
                            + client.getNodes()
                            + " can be made; check that the scheme is right and the CA certificate"
                            + " is that of the cluster",
                    cause);
        }
        return failure(
                Problem.UNREACHABLE,
                "Elasticsearch does not answer at "
                        + client.getNodes()
                        + "; check the hosts and that it is running",
                cause);
    }

    private static ElasticsearchSetupException notElasticsearch(Throwable cause) {
        return failure(
                Problem.NOT_ELASTICSEARCH,
                "what answers at this address is not Elasticsearch; check the hosts and their"
                        + " ports",
                cause);
    }

    private static boolean answersAsKibana(Response response) {
        return response.getHeader("kbn-name") != null;
    }

    private static ElasticsearchSetupException kibana() {
        return failure(
                Problem.NOT_ELASTICSEARCH,
                "what answers at this address is Kibana, not Elasticsearch; name Elasticsearch here"
                        + " (its port is usually 9200) and Kibana as Kibana",
                null);
    }

    /** The reply as JSON; a missing node when it is none. */
    private static JsonNode reply(Response response) {
        if (response.getEntity() == null) {
            return JSON.missingNode();
        }
        try (InputStream in = response.getEntity().getContent()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static ElasticsearchSetupException failure(
            Problem problem, String message, Throwable cause) {
        return new ElasticsearchSetupException(problem, message, cause);
    }
}
