package io.throughline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A provider of OpenID Connect that speaks the real protocol on loopback and signs real tokens: the
 * discovery document, keys that rotate, authorization at once, codes that are worth one token, PKCE
 * and the client's secret checked. A test may have it lie.
 */
final class SigningProvider implements AutoCloseable {

    static final String CLIENT = "throughline-page";
    static final String SECRET = "s e:cret/ü+0123456789";
    private static final List<RSAKey> KEYS = List.of(made(), made(), made());
    private static final RSAKey STRANGERS_KEY = made();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key;
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    private volatile BiFunction<SigningProvider, JWTClaimsSet, String> signing =
            SigningProvider::signed;
    private volatile boolean broken;
    private volatile int tokens;
    private int rotations;

    private SigningProvider(HttpServer server) {
        this.server = server;
    }

    static SigningProvider start() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SigningProvider provider = new SigningProvider(server);
        provider.rotate();
        server.createContext("/", provider::answer);
        server.start();
        return provider;
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/cover");
    }

    /** Another key from now on; the one before is not published any more. */
    void rotate() {
        key = KEYS.get(++rotations % KEYS.size());
    }

    /** A key that this provider never signs with. */
    static RSAKey strangersKey() {
        return STRANGERS_KEY;
    }

    /** Made once: it takes long. */
    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey key() {
        return key;
    }

    /** What tokens say, from now on. */
    void says(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
    }

    /** How tokens are signed, from now on. */
    void signs(BiFunction<SigningProvider, JWTClaimsSet, String> how) {
        signing = how;
    }

    /** Answers 503 from now on. */
    void breaks() {
        broken = true;
    }

    void recovers() {
        broken = false;
    }

    /** Tokens that were given. */
    int tokens() {
        return tokens;
    }

    static String signed(SigningProvider provider, JWTClaimsSet claims) {
        return signed(provider.key, claims);
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/realms/cover".length());
        try {
            if (broken) {
                send(exchange, 503, Map.of());
                return;
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
                case "/keys" -> send(exchange, 200, new JWKSet(key).toJSONObject());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> send(exchange, 404, Map.of());
            }
        } catch (IllegalArgumentException e) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer().toString());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("jwks_uri", issuer() + "/keys");
        document.put("end_session_endpoint", issuer() + "/logout");
        // A provider that offers what must not be used.
        document.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
        document.put("authorization_response_iss_parameter_supported", true);
        return document;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        require(query, "client_id", CLIENT);
        require(query, "response_type", "code");
        require(query, "code_challenge_method", "S256");
        String code = "code-" + codes.size();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        query.get("redirect_uri")
                                + "?code="
                                + code
                                + "&iss="
                                + issuer()
                                + "&state="
                                + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> body =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String[] client =
                new String(
                                Base64.getDecoder().decode(basic.substring("Basic ".length())),
                                StandardCharsets.UTF_8)
                        .split(":", 2);
        require(Map.of("id", decoded(client[0])), "id", CLIENT);
        require(Map.of("secret", decoded(client[1])), "secret", SECRET);
        Map<String, String> begun = codes.remove(body.get("code"));
        if (begun == null) {
            throw new IllegalArgumentException("the code was used already");
        }
        require(body, "redirect_uri", begun.get("redirect_uri"));
        require(begun, "code_challenge", challenge(body.get("code_verifier")));
        Instant now = Instant.now();
        JWTClaimsSet.Builder said =
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .audience(CLIENT)
                        .subject("u-1")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", begun.get("nonce"))
                        .claim("preferred_username", "dana")
                        .claim("realm_access", Map.of("roles", List.of("cx-editors")));
        tokens++;
        send(
                exchange,
                200,
                Map.of(
                        "access_token", "opaque",
                        "token_type", "Bearer",
                        "id_token", signing.apply(this, claims.apply(said).build())));
    }

    private static void require(Map<String, String> form, String name, String value) {
        if (!value.equals(form.get(name))) {
            throw new IllegalArgumentException(name);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> answer)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
