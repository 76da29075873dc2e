package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.throughline.elasticsearch.ElasticsearchSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own making. */
@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir static Path folder;
    private static HttpsServer server;
    private static ElasticsearchSettings settings;

    @BeforeAll
    static void start() throws Exception {
        Path store = folder.resolve("store.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/_bulk",
                exchange -> {
                    byte[] reply = Writes.json("{\"items\":[{\"index\":{\"status\":201}}]}");
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, reply.length);
                    exchange.getResponseBody().write(reply);
                    exchange.close();
                });
        server.start();
        settings = ElasticsearchSettings.of("https://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void trustsTheGivenCertificate() throws Exception {
        ElasticsearchSettings trusting = settings.withCaCertificate(folder.resolve("ca.pem"));
        try (WriterBench bench = new WriterBench(trusting, WriterBench.LIMITS, List.of())) {
            bench.send(Writes.put("a"));

            assertThat(bench.counter("written")).isEqualTo(1);
        }
    }

    @Test
    void failsTheJobAtOnceWithoutTrust() throws Exception {
        try (WriterBench bench = new WriterBench(settings, WriterBench.LIMITS, List.of())) {
            assertThatThrownBy(() -> bench.send(Writes.put("a")))
                    .hasStackTraceContaining("No trusted connection to Elasticsearch")
                    .hasStackTraceContaining("CA certificate");
        }
    }

    private static void keytool(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-alias", "es", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", folder.resolve("store.p12").toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
    }
}
