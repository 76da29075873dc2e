package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.console.oidc.OidcSettings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in at a provider that speaks the real protocol, with browsers that keep cookies. */
class LoginTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final List<TagCorrection> taken = new ArrayList<>();
    private HttpClient browser = browser();
    private SigningProvider provider;
    private FakeElasticsearch search;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        provider = SigningProvider.start();
        search = Samples.fill(FakeElasticsearch.start());
        console = console(Optional.empty(), Optional.empty());
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
        search.close();
        provider.close();
    }

    private Console console(Optional<URI> publicUrl, Optional<Role> readRole) {
        OidcSettings oidc =
                new OidcSettings(
                        provider.issuer(),
                        SigningProvider.CLIENT,
                        Optional.of(SigningProvider.SECRET),
                        OidcSettings.DEFAULT_SCOPES,
                        OidcSettings.DEFAULT_NAME_CLAIM,
                        "realm_access.roles",
                        List.of(),
                        List.of("cx-editors"),
                        List.of("cx-admins"));
        Console started =
                Console.start(
                        ConsoleSettings.DEFAULT.with(
                                new Access(
                                        ConsoleTokens.NONE,
                                        Optional.of(oidc),
                                        publicUrl,
                                        readRole)),
                        new MovedClock(ahead));
        started.ready(
                search.client(),
                Samples.JOURNEY,
                PageChanges.ofAlerts(command -> {}).withCorrections(taken::add));
        return started;
    }

    @Test
    void somebodyLogsInChangesSomethingAndLogsOut() throws Exception {
        HttpResponse<String> back = logIn("#/search?q=late%20claim");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location(back)).isEqualTo("/#/search?q=late%20claim");
        assertThat(cookies(back))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("throughline=")
                                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                                        .doesNotContain("Secure"));
        JsonNode me = me();
        assertThat(me.path("by").asText()).isEqualTo("dana");
        assertThat(me.path("role").asText()).isEqualTo("editor");
        assertThat(me.path("via").asText()).isEqualTo("session");
        assertThat(correct(me.path("csrf").asText()).statusCode()).isEqualTo(202);
        assertThat(taken).singleElement().extracting(TagCorrection::by).isEqualTo("dana");

        HttpResponse<String> out = post("/api/logout", "{}", me.path("csrf").asText());
        assertThat(out.statusCode()).as(out.body()).isEqualTo(200);
        assertThat(JSON.readTree(out.body()).path("to").asText())
                .startsWith(provider.issuer() + "/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=http");
        assertThat(me().path("by").isMissingNode()).isTrue();
        assertThat(correct(me.path("csrf").asText()).statusCode()).isEqualTo(401);
    }

    @Test
    void aCookieAloneChangesNothing() throws Exception {
        logIn("#/");
        String csrf = me().path("csrf").asText();

        assertThat(correct(null).statusCode()).isEqualTo(403);
        assertThat(correct("x").statusCode()).isEqualTo(403);
        assertThat(correct(csrf, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(correct(csrf, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        HttpClient other = browser;
        browser = browser();
        logIn("#/");
        assertThat(correct(csrf).statusCode()).as("the proof of another session").isEqualTo(403);
        browser = other;
        assertThat(taken).isEmpty();
        assertThat(correct(csrf).statusCode()).isEqualTo(202);
    }

    @Test
    void rolesFollowFromTheClaim() throws Exception {
        provider.says(claims -> claims.claim("realm_access", Map.of("roles", List.of("x"))));
        logIn("#/");
        assertThat(me().path("role").asText()).isEqualTo("viewer");
        HttpResponse<String> answer = correct(me().path("csrf").asText());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("takes the role editor");

        provider.says(
                claims -> claims.claim("realm_access", Map.of("roles", List.of("cx-admins"))));
        logIn("#/");
        assertThat(me().path("role").asText()).isEqualTo("admin");
    }

    @Test
    void tokensThatLieAreRefused() throws Exception {
        refused("another issuer", claims -> claims.issuer("https://evil.example"));
        refused("another audience", claims -> claims.audience("another-client"));
        refused(
                "another party",
                claims -> claims.audience(List.of(SigningProvider.CLIENT, "x")).claim("azp", "x"));
        refused(
                "two audiences and no party",
                claims -> claims.audience(List.of(SigningProvider.CLIENT, "x")));
        refused("another nonce", claims -> claims.claim("nonce", "x"));
        refused("no nonce", claims -> claims.claim("nonce", null));
        refused("no subject", claims -> claims.subject(null));
        refused("no end", claims -> claims.expirationTime(null));
        refused("over", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(90))));
        refused(
                "of yesterday",
                claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(86_400))));
        refused(
                "of tomorrow",
                claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(86_400))));
        refused(
                "not yet good",
                claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))));
    }

    @Test
    void signaturesThatAreNotTheProvidersAreRefused() throws Exception {
        var stranger = SigningProvider.strangersKey();
        provider.signs((own, claims) -> SigningProvider.signed(stranger, claims));
        refusedLogin("an unknown key");
        provider.signs(
                (own, claims) ->
                        SigningProvider.signed(
                                new com.nimbusds.jose.jwk.RSAKey.Builder(stranger)
                                        .keyID(own.key().getKeyID())
                                        .build(),
                                claims));
        refusedLogin("another key under the same id");
        provider.signs((own, claims) -> new PlainJWT(claims).serialize());
        refusedLogin("no signature");
        provider.signs((own, claims) -> macWithThePublicKey(own, claims));
        refusedLogin("the public key as a shared secret");
        provider.signs((own, claims) -> macWithTheSecret(claims));
        refusedLogin("the client's secret as a key");
        provider.signs(
                (own, claims) -> {
                    String token = SigningProvider.signed(own, claims);
                    return token.substring(0, token.lastIndexOf('.') + 1);
                });
        refusedLogin("an empty signature");
        provider.signs((own, claims) -> "no token");
        refusedLogin("no token");
    }

    private static String macWithThePublicKey(SigningProvider own, JWTClaimsSet claims) {
        try {
            return mac(claims, own.key().toRSAPublicKey().getEncoded(), own.key().getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String macWithTheSecret(JWTClaimsSet claims) {
        return mac(claims, "0123456789012345678901234567890123456789".getBytes(), null);
    }

    private static String mac(JWTClaimsSet claims, byte[] key, String id) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build(), claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLogInEndsOnceAndInTheBrowserThatBeganIt() throws Exception {
        String callback = atProvider("#/");
        HttpClient own = browser;
        browser = browser();
        assertThat(get(callback).statusCode()).as("another browser").isEqualTo(403);
        browser = own;
        assertThat(get(callback).statusCode()).as("was tried elsewhere").isEqualTo(403);

        String second = atProvider("#/");
        assertThat(get(second).statusCode()).isEqualTo(302);
        assertThat(get(second).statusCode()).as("once more").isEqualTo(403);
        assertThat(provider.tokens()).isEqualTo(1);

        String third = atProvider("#/");
        ahead.set(Duration.ofMinutes(11));
        assertThat(get(third).statusCode()).as("too late").isEqualTo(403);
        ahead.set(Duration.ZERO);

        assertThat(get(console.url() + "/login/callback?code=x&state=x").statusCode())
                .isEqualTo(403);
        assertThat(get(console.url() + "/login/callback").statusCode()).isEqualTo(403);
        String fourth = atProvider("#/");
        assertThat(get(fourth.replaceAll("iss=[^&]*", "iss=https://evil.example")).statusCode())
                .isEqualTo(403);
        String fifth = atProvider("#/");
        assertThat(get(fifth.replaceAll("&iss=[^&]*", "")).statusCode()).isEqualTo(403);
        HttpResponse<String> denied =
                get(
                        atProvider("#/")
                                .replaceAll(
                                        "code=[^&]*",
                                        "error=access_denied<script>"
                                                .replace("<", "%3C")
                                                .replace(">", "%3E")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("access_denied").doesNotContain("<script>");
    }

    @Test
    void keysThatRotateAreFetchedAnew() throws Exception {
        assertThat(logIn("#/").statusCode()).isEqualTo(302);
        provider.rotate();
        assertThat(logIn("#/").statusCode()).isEqualTo(302);
        provider.rotate();
        assertThat(logIn("#/").statusCode()).isEqualTo(302);
    }

    @Test
    void saysWhenTheProviderIsDownAndGoesOnWhenItIsBack() throws Exception {
        provider.breaks();
        HttpResponse<String> answer = get(console.url() + "/login");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("The log-in provider is in trouble");
        assertThat(get(console.url() + "/api/live").statusCode()).isEqualTo(200);

        provider.recovers();
        assertThat(logIn("#/").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyIsSentElsewhere() throws Exception {
        for (String part :
                List.of("https://evil.example", "//evil.example", "#/a\r\nX: y", "#/<")) {
            assertThat(location(logIn(part))).as(part).isEqualTo("/#/");
        }
    }

    @Test
    void sessionsEndWhenNobodyIsThereAndAtTheLatestAfterHalfADay() throws Exception {
        logIn("#/");
        ahead.set(Sessions.IDLE.plusSeconds(1));
        assertThat(me().path("by").isMissingNode()).isTrue();

        ahead.set(Duration.ZERO);
        logIn("#/");
        for (int minutes = 0; minutes < 12 * 60; minutes += 60) {
            ahead.set(Duration.ofMinutes(minutes));
            assertThat(me().path("by").asText()).isEqualTo("dana");
        }
        ahead.set(Sessions.LONGEST.plusSeconds(1));
        assertThat(me().path("by").isMissingNode()).isTrue();
    }

    @Test
    void readingMayTakeALogIn() throws Exception {
        console.close();
        console = console(Optional.empty(), Optional.of(Role.VIEWER));

        for (String path :
                List.of(
                        "/api/live",
                        "/api/search",
                        "/api/search.csv",
                        "/api/events",
                        "/api/stages/claim",
                        "/api/alerts/a")) {
            assertThat(get(console.url() + path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get(console.url() + "/").statusCode()).isEqualTo(200);
        assertThat(get(console.url() + "/api/help-images/nothing.png").statusCode())
                .as("pictures of the guides are nobody's secret")
                .isEqualTo(404);
        assertThat(get(console.url() + "/api/help-images/../live").statusCode()).isEqualTo(401);
        assertThat(me().path("closed").asBoolean()).isTrue();
        logIn("#/");
        assertThat(get(console.url() + "/api/live").statusCode()).isEqualTo(200);
    }

    @Test
    void onHttpsCookiesAreHeldToIt() throws Exception {
        console.close();
        console = console(Optional.of(URI.create("https://journey.example")), Optional.empty());

        HttpResponse<String> begun = get(console.url() + "/login");

        assertThat(cookies(begun))
                .singleElement()
                .asString()
                .startsWith("__Host-throughline-login=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
        assertThat(location(begun))
                .contains("redirect_uri=https%3A%2F%2Fjourney.example%2Flogin%2Fcallback");
    }

    private void refused(String what, UnaryOperator<JWTClaimsSet.Builder> lie) throws Exception {
        provider.says(lie);
        refusedLogin(what);
    }

    private void refusedLogin(String what) throws Exception {
        int before = provider.tokens();
        HttpResponse<String> answer = logIn("#/");
        assertThat(answer.statusCode()).as(what).isEqualTo(403);
        assertThat(answer.body()).as(what).contains("cannot be believed");
        assertThat(provider.tokens()).as(what + " was given").isEqualTo(before + 1);
        assertThat(me().path("by").isMissingNode()).as(what).isTrue();
    }

    /** The whole way; the answer of the page to what the provider sent the browser back with. */
    private HttpResponse<String> logIn(String part) throws Exception {
        return get(atProvider(part));
    }

    /** To the provider; the address that it sends the browser back to. */
    private String atProvider(String part) throws Exception {
        HttpResponse<String> begun =
                get(
                        console.url()
                                + "/login?to="
                                + java.net.URLEncoder.encode(
                                        part, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        return location(get(location(begun)));
    }

    private JsonNode me() throws Exception {
        return JSON.readTree(get(console.url() + "/api/me").body());
    }

    private HttpResponse<String> correct(String csrf, String... headers) throws Exception {
        return post("/api/corrections", "{\"id\": \"a\", \"stages\": []}", csrf, headers);
    }

    private HttpResponse<String> post(String path, String body, String csrf, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(console.url() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (csrf != null) {
            request.header("X-Throughline-Csrf", csrf);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    /** The time of now, moved ahead. */
    private static final class MovedClock extends Clock {

        private final AtomicReference<Duration> ahead;

        MovedClock(AtomicReference<Duration> ahead) {
            this.ahead = ahead;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead.get());
        }
    }
}
