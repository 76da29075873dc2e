package io.throughline.console.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.console.oidc.OidcException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to the provider: its discovery document, once it was had for good, and its tokens. */
final class ProviderClient {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 1024 * 1024;

    private final OidcSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(Redirect.NEVER)
                    .build();
    private volatile Provider provider;

    ProviderClient(OidcSettings settings) {
        this.settings = settings;
    }

    /**
     * What the provider says of itself.
     *
     * @throws OidcException when it does not answer, or not as it must
     */
    Provider provider() throws OidcException {
        Provider known = provider;
        if (known == null) {
            String issuer = settings.issuer().toString();
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            JsonNode document =
                    send(
                            HttpRequest.newBuilder(
                                            URI.create(base + "/.well-known/openid-configuration"))
                                    .GET());
            known = Provider.read(settings.issuer(), document);
            provider = known;
        }
        return known;
    }

    /**
     * The ID token that an authorization code stands for.
     *
     * @throws OidcException when the provider does not answer, or refuses the code
     */
    String idToken(String code, String verifier, URI redirect) throws OidcException {
        Provider known = provider();
        Map<String, String> form = new TreeMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        form.put("code_verifier", verifier);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(known.token())
                        .header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.clientSecret().isPresent() && !known.secretInBody()) {
            request.header("Authorization", basic(settings.clientSecret().get()));
        } else {
            form.put("client_id", settings.clientId());
            settings.clientSecret().ifPresent(secret -> form.put("client_secret", secret));
        }
        JsonNode answer = send(request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
        if (!answer.path("id_token").isTextual()) {
            throw new OidcException(Kind.PROVIDER, "The log-in provider sent no ID token.");
        }
        return answer.path("id_token").asText();
    }

    private JsonNode send(HttpRequest.Builder request) throws OidcException {
        HttpRequest whole = request.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> answer = http.send(whole, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                return answered(whole.uri(), answer.statusCode(), bytes);
            }
        } catch (JsonProcessingException e) {
            throw new OidcException(Kind.PROVIDER, "The log-in provider answers no JSON.", e);
        } catch (IOException e) {
            LOG.warn("The log-in provider does not answer at {}", whole.uri(), e);
            throw new OidcException(
                    Kind.PROVIDER,
                    "The log-in provider does not answer. Try again in a moment.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcException(Kind.PROVIDER, "Throughline is stopping.", e);
        }
    }

    private static JsonNode answered(URI address, int status, byte[] bytes)
            throws JsonProcessingException, OidcException {
        if (status == HttpStatuses.OK) {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        }
        LOG.warn("The log-in provider answered {} at {}", status, address);
        boolean refused = status >= HttpStatuses.BAD_REQUEST && status < HttpStatuses.SERVER_ERROR;
        throw new OidcException(
                refused ? Kind.REFUSED : Kind.PROVIDER,
                refused
                        ? "The log-in provider refused with status "
                                + status
                                + ". Log in again; if that does not help, the client id, its secret"
                                + " or the redirect address are not what the provider knows."
                        : "The log-in provider is in trouble (status "
                                + status
                                + "). Try again in a moment.");
    }

    /** RFC 6749, 2.3.1: both are form-encoded before they are put together. */
    private String basic(String secret) {
        String pair = encoded(settings.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Statuses that mean something here. */
    private static final class HttpStatuses {
        static final int OK = 200;
        static final int BAD_REQUEST = 400;
        static final int SERVER_ERROR = 500;
    }
}
