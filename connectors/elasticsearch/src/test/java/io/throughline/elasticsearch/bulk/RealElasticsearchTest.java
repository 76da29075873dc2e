package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.IndexTemplate;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The sink on a real Elasticsearch, named by the property {@code throughline.elasticsearch}; prints
 * the documents a second, from the start of the job to its end.
 */
@EnabledIfSystemProperty(named = "throughline.elasticsearch", matches = "http.*")
class RealElasticsearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REJECTED = ConcurrentHashMap.newKeySet();
    private static final long COUNT = Long.getLong("throughline.documents", 100_000);
    private static final String INDEX = "sink-check-1";
    private static final String VERBATIM =
            "the claim took five weeks and nobody called back. ".repeat(6);

    private static final IndexTemplate TEMPLATE =
            new IndexTemplate(
                    "sink-check",
                    """
                    {"index_patterns": ["sink-check-*"], "allow_auto_create": true,
                     "template": {
                       "settings": {"number_of_shards": 1, "number_of_replicas": 0},
                       "mappings": {"dynamic": "strict", "properties": {
                         "text": {"type": "text"}, "n": {"type": "long"},
                         "channel": {"type": "keyword"}}}}}
                    """);

    private final ElasticsearchSettings settings =
            ElasticsearchSettings.of(System.getProperty("throughline.elasticsearch"));

    @Test
    void holdsExactlyWhatWasWritten() throws Exception {
        try (RestClient client = ElasticsearchClients.open(settings)) {
            IndexSetup.waitUntilReady(client, Duration.ofSeconds(60));
            IndexSetup.ensure(client, List.of(TEMPLATE));
            IndexSetup.ensure(client, List.of(TEMPLATE));
            delete(client);

            run("insert", n -> n % 10_000 == 17 ? broken(n) : document(n, 1));
            long bad = (COUNT + 9_982) / 10_000;
            assertThat(count(client)).isEqualTo(COUNT - bad);
            assertThat(REJECTED).hasSize((int) bad).contains("id-17");

            run("the same again", n -> document(n, 1));
            assertThat(count(client)).isEqualTo(COUNT);

            run(
                    "overwrite and delete",
                    n -> n % 2 == 0 ? document(n, 2) : DocumentWrite.delete(INDEX, "id-" + n, 2));
            assertThat(count(client)).isEqualTo((COUNT + 1) / 2);
            delete(client);
        }
    }

    @FunctionalInterface
    private interface Numbered extends java.io.Serializable {
        DocumentWrite write(long n);
    }

    @SuppressWarnings("SystemOut")
    private void run(String what, Numbered writes) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        env.enableCheckpointing(1000);
        env.fromSequence(0, COUNT - 1)
                .map(writes::write)
                .returns(Types.POJO(DocumentWrite.class))
                .sinkTo(BulkSink.builder(settings, context -> new Remember()).build());
        long start = System.nanoTime();
        env.execute(what);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %d documents in %.1f s, %.0f documents/s%n",
                what, COUNT, seconds, COUNT / seconds);
    }

    private static DocumentWrite document(long n, long version) {
        String json = "{\"text\":\"" + VERBATIM + n + "\",\"n\":" + n + ",\"channel\":\"web\"}";
        return DocumentWrite.index(INDEX, "id-" + n, version, Writes.json(json));
    }

    private static DocumentWrite broken(long n) {
        return DocumentWrite.index(INDEX, "id-" + n, 1, Writes.json("{\"unknown\":" + n + "}"));
    }

    private static long count(RestClient client) throws IOException {
        client.performRequest(new Request("POST", "/" + INDEX + "/_refresh"));
        JsonNode reply =
                JSON.readTree(
                        client.performRequest(new Request("GET", "/" + INDEX + "/_count"))
                                .getEntity()
                                .getContent());
        return reply.get("count").asLong();
    }

    private static void delete(RestClient client) throws IOException {
        Request request = new Request("DELETE", "/" + INDEX);
        request.addParameter("ignore_unavailable", "true");
        client.performRequest(request);
    }

    private static final class Remember implements RejectedDocumentHandler {

        @Override
        public void reject(DocumentWrite write, int status, String type, String reason) {
            assertThat(status).isEqualTo(400);
            assertThat(type).isEqualTo("strict_dynamic_mapping_exception");
            REJECTED.add(write.id());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
