package io.throughline.elasticsearch.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.elasticsearch.client.Response;

/**
 * What the body of a refused request says, as far as it is Elasticsearch's: {@code
 * {"error":{"type":…,"reason":…}}}. A proxy's page is not quoted.
 *
 * @param reason null when there is none
 */
record ErrorBody(String type, String reason) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ErrorBody read(Response response) {
        String unknown = "http_" + response.getStatusLine().getStatusCode();
        if (response.getEntity() == null) {
            return new ErrorBody(unknown, null);
        }
        try (InputStream in = response.getEntity().getContent()) {
            JsonNode error = JSON.readTree(in).path("error");
            return new ErrorBody(
                    error.path("type").asText(unknown),
                    Reasons.withoutValues(error.path("reason").asText(null)));
        } catch (IOException e) {
            return new ErrorBody(unknown, "the reply is not Elasticsearch's JSON");
        }
    }
}
