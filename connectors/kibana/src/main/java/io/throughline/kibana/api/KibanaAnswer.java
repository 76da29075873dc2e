package io.throughline.kibana.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** One answer, and what a failure of it means to people. */
record KibanaAnswer(HttpResponse<String> response, String what) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 300;

    int status() {
        return response.statusCode();
    }

    boolean succeeded() {
        return status() >= 200 && status() < 300;
    }

    /** The body as JSON; a missing node when it is none. */
    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(response.body());
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Why it did not do what it was asked to. */
    KibanaException failure() {
        return new KibanaException(sentence());
    }

    private String sentence() {
        if (isElasticsearch()) {
            return "what answers at "
                    + response.uri().getAuthority()
                    + " is Elasticsearch, not Kibana; name Kibana here (its port is usually 5601)";
        }
        return switch (status()) {
            case 301, 302, 303, 307, 308 ->
                    "Kibana sends on to "
                            + response.headers().firstValue("location").orElse("another address")
                            + "; name the address that it has behind that, base path included";
            case 401 ->
                    "Kibana does not know these credentials; check the API key or the user and"
                            + " password";
            case 403 ->
                    "Kibana forbids these credentials "
                            + what
                            + ": "
                            + reason()
                            + ". ./throughline provision --privileges prints what they need";
            case 404 ->
                    "Kibana knows no "
                            + response.uri().getPath()
                            + ": check the address, its base path and that the space exists";
            case 408, 429, 502, 503, 504 ->
                    "Kibana is not ready (" + status() + "); wait and try again";
            default -> "Kibana refused " + what + " (" + status() + "): " + reason();
        };
    }

    /** Elasticsearch signs its answers, and knows no path of Kibana's. */
    private boolean isElasticsearch() {
        return response.headers().firstValue("x-elastic-product").isPresent()
                || json().path("error").asText().startsWith("no handler found")
                || json().at("/error/root_cause").isArray();
    }

    private String reason() {
        String reason = json().path("message").asText("");
        if (reason.isEmpty()) {
            return "no reason given";
        }
        return reason.length() <= LONGEST_REASON
                ? reason
                : reason.substring(0, LONGEST_REASON) + "…";
    }
}
