package io.throughline.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * Opens low-level clients. Credentials are sent with the first request instead of waiting for a
 * challenge, which Elasticsearch never makes for API keys.
 */
public final class ElasticsearchClients {

    private static final int CONNECTIONS = 16;
    private static final int IO_THREADS = 2;

    private ElasticsearchClients() {}

    /**
     * A client that connects lazily; the caller closes it.
     *
     * @throws IllegalArgumentException when the CA certificate cannot be read
     */
    public static RestClient open(ElasticsearchSettings settings) {
        List<URI> hosts = settings.hosts().stream().map(URI::create).toList();
        SSLContext trust =
                settings.caCertificate() == null ? null : trust(Path.of(settings.caCertificate()));
        RestClientBuilder builder =
                RestClient.builder(
                                hosts.stream()
                                        .map(ElasticsearchClients::httpHost)
                                        .toArray(HttpHost[]::new))
                        .setDefaultHeaders(credentials(settings))
                        .setRequestConfigCallback(
                                config ->
                                        config.setConnectTimeout(
                                                        Math.toIntExact(
                                                                settings.connectTimeout()
                                                                        .toMillis()))
                                                .setSocketTimeout(
                                                        Math.toIntExact(
                                                                settings.socketTimeout()
                                                                        .toMillis())))
                        .setHttpClientConfigCallback(
                                client -> {
                                    client.setMaxConnPerRoute(CONNECTIONS)
                                            .setMaxConnTotal(CONNECTIONS * hosts.size())
                                            .setDefaultIOReactorConfig(
                                                    IOReactorConfig.custom()
                                                            .setIoThreadCount(IO_THREADS)
                                                            .setSoKeepAlive(true)
                                                            .build());
                                    return trust == null ? client : client.setSSLContext(trust);
                                });
        String path = ElasticsearchSettings.path(hosts.get(0));
        if (!path.isEmpty()) {
            builder.setPathPrefix(path);
        }
        return builder.build();
    }

    private static HttpHost httpHost(URI uri) {
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        return new HttpHost(uri.getHost(), port, uri.getScheme());
    }

    private static Header[] credentials(ElasticsearchSettings settings) {
        if (settings.apiKey() != null) {
            return authorization("ApiKey " + settings.apiKey());
        }
        if (settings.user() != null) {
            byte[] pair =
                    (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
            return authorization("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return new Header[0];
    }

    private static Header[] authorization(String value) {
        return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)};
    }

    /**
     * Trust in the certificates of a PEM file alone.
     *
     * @throws IllegalArgumentException when it cannot be read or holds none
     */
    public static SSLContext trust(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int index = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + index++, certificate);
            }
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the CA certificate " + pem, new UncheckedIOException(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(pem + " is not a PEM file with certificates", e);
        }
    }
}
