package io.throughline.fetch.auth;

import static io.throughline.fetch.FakeServer.page;
import static io.throughline.fetch.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.fetch.FakeServer;
import io.throughline.fetch.Given;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Reading;
import io.throughline.fetch.http.ChannelUnavailableException;
import io.throughline.fetch.poll.PollFetcher;
import io.throughline.fetch.poll.PollPlan;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private final FakeServer server = FakeServer.start();
    private final FakeServer tokens = FakeServer.start();

    @AfterEach
    void stop() {
        server.close();
        tokens.close();
    }

    @Test
    void showsAHeaderAUserOrAToken() throws InterruptedException {
        server.then(page("[1]"));

        round("{type: header, name: X-Api-Key, value: '${secret.key}'}");
        round("{type: basic, user: ada, password: '${secret.key}'}");
        round("{type: bearer, token: '${secret.key}'}");

        assertThat(server.seen.get(0).header("X-Api-Key")).isEqualTo("k3y");
        assertThat(server.seen.get(1).header("Authorization")).isEqualTo("Basic YWRhOmszeQ==");
        assertThat(server.seen.get(2).header("Authorization")).isEqualTo("Bearer k3y");
    }

    @Test
    void exchangesAClientsSecretForATokenOnceAndRenewsItBeforeItExpires()
            throws InterruptedException {
        server.then(page("[1]"), page("[2]"), page("[3]"));
        tokens.then(
                page("{\"access_token\":\"one\",\"expires_in\":600}"),
                page("{\"access_token\":\"two\",\"expires_in\":600}"));
        Moving clock = new Moving();
        Reading reading = unbounded(clientCredentials(""), clock);

        reading.until(2);
        clock.now = clock.now.plus(Duration.ofSeconds(541));
        reading.until(3);

        assertThat(server.seen)
                .extracting(seen -> seen.header("Authorization"))
                .startsWith("Bearer one", "Bearer one", "Bearer two");
        assertThat(tokens.seen).hasSize(2);
        assertThat(tokens.seen.get(0).body())
                .isEqualTo("grant_type=client_credentials&scope=read+all");
        assertThat(tokens.seen.get(0).header("Authorization"))
                .as("id and secret are form-encoded first")
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "me%3A1:k3y".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysIdAndSecretInTheBodyWhereThatIsWanted() throws InterruptedException {
        server.then(page("[1]"));
        tokens.then(page("{\"access_token\":\"one\"}"));

        round(clientCredentials(", place: body"));

        assertThat(tokens.seen.get(0).body()).contains("client_id=me%3A1&client_secret=k3y");
        assertThat(tokens.seen.get(0).header("Authorization")).isNull();
    }

    @Test
    void renewsATokenThatIsRefusedOnce() throws InterruptedException {
        server.then(status(401, ""), page("[1]"));
        tokens.then(
                page("{\"access_token\":\"stale\",\"expires_in\":3600}"),
                page("{\"access_token\":\"fresh\",\"expires_in\":3600}"));

        Reading reading = round(clientCredentials(""));

        assertThat(reading.bodies()).containsExactly("[1]");
        assertThat(reading.pauses).isEmpty();
        assertThat(server.seen.get(1).header("Authorization")).isEqualTo("Bearer fresh");
    }

    @Test
    void givesUpWhenANewTokenIsRefusedAsWell() {
        server.then(status(401, ""));
        tokens.then(page("{\"access_token\":\"useless\"}"));

        assertThatThrownBy(() -> round(clientCredentials("")))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 401")
                .hasMessageNotContaining("useless");
        assertThat(server.seen).hasSize(2);
    }

    @Test
    void aClientThatIsNotKnownIsARefusal() {
        tokens.then(status(400, "{\"error\":\"invalid_client\"}"));

        assertThatThrownBy(() -> round(clientCredentials("")))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 400 from the token endpoint")
                .hasMessageNotContaining("k3y");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void waitsForATokenEndpointInTrouble() throws InterruptedException {
        server.then(page("[1]"));
        tokens.then(status(503, "", "Retry-After", "7"), page("{\"access_token\":\"one\"}"));

        Reading reading = round(clientCredentials(""));

        assertThat(reading.pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(reading.bodies()).containsExactly("[1]");
    }

    @Test
    void signsAGrantAsServiceAccountsOfGoogleDo() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        server.then(page("[1]"));
        tokens.then(page("{\"access_token\":\"one\"}"));

        round(
                "{type: oauth2-jwt-bearer, tokenUrl: '%s/token', issuer: me@x.example, keyId: k1,"
                                .formatted(tokens.url())
                        + " privateKey: '${secret.pem}', scope: reviews}",
                Map.of("secret.pem", pem(pair)));

        String body = tokens.seen.get(0).body();
        assertThat(body)
                .startsWith(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=");
        String jwt =
                URLDecoder.decode(
                        body.substring(body.lastIndexOf('=') + 1), StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update(signed(jwt));
        assertThat(signature.verify(part(jwt, 2))).isTrue();
        assertThat(json(jwt, 0).path("kid").asText()).isEqualTo("k1");
        JsonNode claims = json(jwt, 1);
        assertThat(claims.path("iss").asText()).isEqualTo("me@x.example");
        assertThat(claims.path("aud").asText()).isEqualTo(tokens.url() + "/token");
        assertThat(claims.path("scope").asText()).isEqualTo("reviews");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void signsTokensAsAppStoreConnectWantsThem() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        server.then(page("[1]"));

        round(
                "{type: jwt-es256, issuer: '57246542', keyId: 2X9R4HXF34, secret: '${secret.asc}'}",
                Map.of("secret.asc", pem(pair).replace("\n", "\\n")));

        String jwt = server.seen.get(0).header("Authorization").substring("Bearer ".length());
        assertThat(part(jwt, 2)).as("R and S, not DER").hasSize(64);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(pair.getPublic());
        signature.update(signed(jwt));
        assertThat(signature.verify(part(jwt, 2))).isTrue();
        assertThat(json(jwt, 0))
                .hasToString("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"2X9R4HXF34\"}");
        JsonNode claims = json(jwt, 1);
        assertThat(claims.path("iss").asText()).isEqualTo("57246542");
        assertThat(claims.path("aud").asText()).isEqualTo("appstoreconnect-v1");
        assertThat(claims.path("iat").asLong()).isEqualTo(Given.NOW.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(Given.NOW.getEpochSecond() + 1200);
    }

    @Test
    void aKeyThatIsNoneIsToldWithoutIt() {
        PollPlan plan =
                plan("{type: jwt-es256, issuer: a, keyId: b, secret: '${secret.key}'}", Map.of());

        assertThatThrownBy(() -> PollFetcher.check(plan, Given.CLOCK))
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("k3y")
                .hasNoCause();
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherHost() throws InterruptedException {
        tokens.then(page("[1]"));
        server.then(status(302, "", "Location", tokens.url() + "/export"));

        Reading reading = round("{type: bearer, token: '${secret.key}'}");

        assertThat(reading.bodies()).containsExactly("[1]");
        assertThat(tokens.seen.get(0).header("Authorization")).isNull();
        assertThat(tokens.seen.get(0).headers().toString()).doesNotContain("k3y");
        assertThat(reading.envelopes.get(0).origin()).startsWith(server.url());
    }

    @Test
    void credentialsFollowARedirectAtHome() throws InterruptedException {
        server.then(status(307, "", "Location", "/moved"), page("[1]"));

        round("{type: bearer, token: '${secret.key}'}");

        assertThat(server.seen.get(1).uri()).isEqualTo("/moved");
        assertThat(server.seen.get(1).header("Authorization")).isEqualTo("Bearer k3y");
    }

    @Test
    void redirectsInACircleEnd() {
        server.then(status(302, "", "Location", "/again"));

        assertThatThrownBy(() -> round("{type: none}"))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("status 302");
    }

    private String clientCredentials(String more) {
        return ("{type: oauth2-client-credentials, tokenUrl: '%s/token', clientId: 'me:1',"
                        + " clientSecret: '${secret.key}', scope: read all%s}")
                .formatted(tokens.url(), more);
    }

    private Reading round(String auth) throws InterruptedException {
        return round(auth, Map.of());
    }

    private Reading round(String auth, Map<String, String> more) throws InterruptedException {
        return new Reading(
                        PollFetcher.bounded(
                                plan(auth, more),
                                Map.of(),
                                Given.backoff(),
                                Given.CLOCK,
                                HealthListener.NONE),
                        Map.of())
                .all();
    }

    private Reading unbounded(String auth, Clock clock) {
        return new Reading(
                PollFetcher.unbounded(
                        plan(auth, Map.of()),
                        Map.of(),
                        Given.backoff(),
                        clock,
                        HealthListener.NONE),
                Map.of());
    }

    private PollPlan plan(String auth, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("secret.key", "k3y");
        return Given.poll(
                "# list\nurl: " + server.url() + "/\nauth: " + auth + "\ninterval: PT1M", values);
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static byte[] signed(String jwt) {
        return jwt.substring(0, jwt.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] part(String jwt, int part) {
        return Base64.getUrlDecoder().decode(jwt.split("\\.")[part]);
    }

    private static JsonNode json(String jwt, int part) throws IOException {
        return new ObjectMapper().readTree(part(jwt, part));
    }

    private static final class Moving extends Clock {
        private Instant now = Given.NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
