package io.throughline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged job jar holds what a cluster lacks, and nothing that it has. */
class JobJarIT {

    private static final String FACTORIES =
            "META-INF/services/org.apache.kafka.common.config.provider.ConfigProvider";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(System.getProperty("throughline.jobJar"));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void holdsTheThreeJobsAndWhatTheyTalkTo() {
        assertThat(
                        List.of(
                                "io/throughline/pipeline/ingest/IngestJob.class",
                                "io/throughline/pipeline/tagging/TaggingJob.class",
                                "io/throughline/pipeline/signals/SignalsJob.class",
                                "org/apache/flink/connector/kafka/sink/KafkaSink.class",
                                "org/apache/flink/connector/base/sink/writer/AsyncSinkWriter.class",
                                "org/apache/kafka/clients/producer/KafkaProducer.class",
                                "org/elasticsearch/client/RestClient.class",
                                "org/apache/avro/Schema.class",
                                "journeys/insurance.yaml",
                                "channels/typeform/channel.yaml"))
                .allSatisfy(name -> assertThat(jar.getEntry(name)).as(name).isNotNull());
    }

    @Test
    void leavesOutWhatEveryClusterHas() {
        assertThat(countByPackage("org/apache/flink/runtime/")).isEmpty();
        assertThat(countByPackage("org/apache/flink/streaming/api/environment/")).isEmpty();
        assertThat(countByPackage("org/apache/flink/shaded/")).isEmpty();
        assertThat(countByPackage("org/slf4j/")).isEmpty();
        assertThat(countByPackage("org/apache/logging/")).isEmpty();
    }

    @Test
    void leavesOutTheTaggersSoThatItStaysUnderTheApacheLicence() {
        assertThat(countByPackage("io/throughline/nlp/")).isEmpty();
        assertThat(countByPackage("io/throughline/taggers/")).isEmpty();
        assertThat(countByPackage("edu/stanford/")).isEmpty();
    }

    @Test
    void mergesTheServicesOfItsParts() throws IOException {
        assertThat(new String(bytes(FACTORIES), StandardCharsets.UTF_8).lines())
                .contains("org.apache.kafka.common.config.provider.FileConfigProvider");
    }

    @Test
    void namesNoMainClassSinceThereAreThree() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isNull();
    }

    private Map<String, Long> countByPackage(String prefix) {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix) && name.endsWith(".class"))
                .collect(
                        Collectors.groupingBy(
                                name -> name.substring(0, name.lastIndexOf('/')),
                                Collectors.counting()));
    }

    private byte[] bytes(String name) throws IOException {
        try (var stream = jar.getInputStream(jar.getEntry(name))) {
            return stream.readAllBytes();
        }
    }
}
