package io.throughline.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.rules.KibanaRule;
import java.io.IOException;
import java.io.InputStream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * How many documents an example rule sees, asked for as Kibana asks. An index that is not there is
 * no failure, so a rule that counts nothing is not known to work: there has to be something to see.
 */
final class RuleSearch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleSearch() {}

    static long count(RestClient client, KibanaRule rule) throws IOException {
        JsonNode params = rule.body().path("params");
        Request request = new Request("POST", "/" + index(rule) + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("allow_no_indices", "true");
        request.setJsonEntity(question(params).toString());
        try (InputStream in = client.performRequest(request).getEntity().getContent()) {
            JsonNode answer = JSON.readTree(in);
            return params.has("termField")
                    ? answer.at("/aggregations/groups/buckets/0/doc_count").asLong()
                    : answer.at("/hits/total/value").asLong();
        }
    }

    static String index(KibanaRule rule) {
        return rule.body().at("/params/index/0").asText();
    }

    private static ObjectNode question(JsonNode params) throws IOException {
        ObjectNode question = JSON.createObjectNode().put("track_total_hits", true);
        ObjectNode bool = question.putObject("query").putObject("bool");
        if (params.has("esQuery")) {
            bool.putArray("must").add(JSON.readTree(params.path("esQuery").asText()).path("query"));
        }
        bool.putArray("filter")
                .addObject()
                .putObject("range")
                .putObject(params.path("timeField").asText())
                .put(
                        "gte",
                        "now-"
                                + params.path("timeWindowSize").asText()
                                + params.path("timeWindowUnit").asText());
        if (params.has("termField")) {
            question.putObject("aggs")
                    .putObject("groups")
                    .putObject("terms")
                    .put("field", params.path("termField").asText())
                    .put("size", params.path("termSize").asInt());
        }
        return question;
    }
}
