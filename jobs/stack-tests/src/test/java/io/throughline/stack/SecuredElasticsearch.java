package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.local.stack.EmbeddedElasticsearch;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.apache.flink.configuration.MemorySize;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * A real node with security switched on and API keys. The index that a node keeps keys in wants
 * three parts of a module that the distribution for tests comes without; they are compiled here
 * from Lucene's own, against the node's libraries.
 */
final class SecuredElasticsearch implements AutoCloseable {

    private static final String HOME = "throughline.elasticsearch.home";
    private static final String PLUGIN = "EmailAnalysis";

    private final EmbeddedElasticsearch node;
    private final RestClient administrator;

    private SecuredElasticsearch(EmbeddedElasticsearch node) {
        this.node = node;
        this.administrator =
                ElasticsearchClients.open(
                        ElasticsearchSettings.of(node.url())
                                .withUser(
                                        node.administrator().orElseThrow(),
                                        node.password().orElseThrow()));
    }

    static SecuredElasticsearch start(Path directory) throws IOException {
        Path distribution = distribution();
        Path home = Files.createDirectories(directory.resolve(distribution.getFileName()));
        for (String folder : List.of("lib", "modules")) {
            Files.createSymbolicLink(home.resolve(folder), distribution.resolve(folder));
        }
        addPlugin(home, distribution);
        String before = System.getProperty(HOME);
        System.setProperty(HOME, home.toString());
        try {
            return new SecuredElasticsearch(
                    EmbeddedElasticsearch.startSecured(
                            directory.resolve("data"), MemorySize.ofMebiBytes(384)));
        } finally {
            if (before == null) {
                System.clearProperty(HOME);
            } else {
                System.setProperty(HOME, before);
            }
        }
    }

    private static Path distribution() throws IOException {
        Path classes =
                Path.of(
                        EmbeddedElasticsearch.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        try (Stream<Path> unpacked = Files.list(classes.resolveSibling("elasticsearch"))) {
            return unpacked.max(Path::compareTo).orElseThrow();
        }
    }

    private static void addPlugin(Path home, Path distribution) throws IOException {
        Path plugin = Files.createDirectories(home.resolve("plugins/email-analysis"));
        Path source =
                Files.createDirectories(home.resolveSibling("source")).resolve(PLUGIN + ".java");
        try (InputStream in =
                SecuredElasticsearch.class.getResourceAsStream(
                        "/elasticsearch-plugin/" + PLUGIN + ".java.txt")) {
            Files.copy(in, source);
        }
        Path classes = Files.createDirectories(source.resolveSibling("classes"));
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-nowarn",
                                "-cp",
                                libraries(distribution),
                                "-d",
                                classes.toString(),
                                source.toString());
        assertThat(status).isZero();
        jar(classes, plugin.resolve("email-analysis.jar"));
        String version = distribution.getFileName().toString().replaceFirst(".*-", "");
        Files.writeString(
                plugin.resolve("plugin-descriptor.properties"),
                """
                name=email-analysis
                description=Analysis of e-mail addresses
                version=1
                elasticsearch.version=%s
                java.version=17
                classname=%s
                """
                        .formatted(version, PLUGIN));
    }

    private static String libraries(Path distribution) throws IOException {
        try (Stream<Path> jars = Files.list(distribution.resolve("lib"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
    }

    String url() {
        return node.url();
    }

    /** A client that may everything. */
    RestClient administrator() {
        return administrator;
    }

    /** An encoded API key of exactly these privileges, as the body of a role has them. */
    String key(String role) throws IOException {
        Request request = new Request("POST", "/_security/api_key");
        request.setJsonEntity(
                "{\"name\": \"test\", \"role_descriptors\": {\"role\": " + role + "}}");
        try (InputStream in = administrator.performRequest(request).getEntity().getContent()) {
            return new ObjectMapper().readTree(in).get("encoded").asText();
        }
    }

    @Override
    public void close() throws IOException {
        administrator.close();
        node.close();
    }
}
