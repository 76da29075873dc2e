package io.throughline.channels.definition;

import io.throughline.channels.definition.AuthSpec.ClientPlace;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the {@code auth} block. */
final class AuthReader {

    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(20);
    private static final String APP_STORE = "appstoreconnect-v1";

    private static final List<String> TYPES =
            List.of(
                    "none",
                    "header",
                    "basic",
                    "bearer",
                    "oauth2-client-credentials",
                    "oauth2-jwt-bearer",
                    "jwt-es256");

    private final YamlMap map;

    private AuthReader(YamlMap map) {
        this.map = map;
    }

    static AuthSpec read(Optional<YamlMap> block) {
        return block.map(map -> new AuthReader(map).read()).orElse(new AuthSpec.None());
    }

    private AuthSpec read() {
        return switch (map.requiredText("type")) {
            case "none" -> none();
            case "header" -> header();
            case "basic" -> basic();
            case "bearer" -> bearer();
            case "oauth2-client-credentials" -> clientCredentials();
            case "oauth2-jwt-bearer" -> jwtBearer();
            case "jwt-es256" -> jwtEs256();
            case "" -> new AuthSpec.None();
            default -> unknown();
        };
    }

    private AuthSpec unknown() {
        map.choice("type", TYPES);
        return new AuthSpec.None();
    }

    private AuthSpec none() {
        map.only("type");
        return new AuthSpec.None();
    }

    private AuthSpec header() {
        map.only("type", "name", "value");
        return new AuthSpec.Header(map.requiredText("name"), secret("value"));
    }

    private AuthSpec basic() {
        map.only("type", "user", "password");
        return new AuthSpec.Basic(map.requiredText("user"), secret("password"));
    }

    private AuthSpec bearer() {
        map.only("type", "token");
        return new AuthSpec.Bearer(secret("token"));
    }

    private AuthSpec clientCredentials() {
        map.only("type", "tokenUrl", "clientId", "clientSecret", "scope", "audience", "place");
        return new AuthSpec.ClientCredentials(
                map.requiredText("tokenUrl"),
                map.requiredText("clientId"),
                secret("clientSecret"),
                map.text("scope").orElse(null),
                map.text("audience").orElse(null),
                Choice.read(map, "place", ClientPlace.values(), ClientPlace.HEADER));
    }

    private AuthSpec jwtBearer() {
        map.only("type", "tokenUrl", "issuer", "keyId", "privateKey", "scope", "audience");
        return new AuthSpec.JwtBearer(
                map.requiredText("tokenUrl"),
                map.requiredText("issuer"),
                map.text("keyId").orElse(null),
                secret("privateKey"),
                map.text("scope").orElse(null),
                map.text("audience").orElse(null));
    }

    private AuthSpec jwtEs256() {
        map.only("type", "issuer", "keyId", "secret", "audience", "lifetime");
        Duration lifetime = new Values(map).duration("lifetime", LONGEST_LIFETIME);
        if (lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            map.error("lifetime", "a token lives for 20m at most");
        }
        return new AuthSpec.JwtEs256(
                map.text("issuer").orElse("${config.issuer}"),
                map.text("keyId").orElse("${config.keyId}"),
                secret("secret"),
                map.text("audience").orElse(APP_STORE),
                lifetime);
    }

    private String secret(String key) {
        String text = map.requiredText(key);
        boolean named = Placeholders.names(text).stream().anyMatch(n -> n.startsWith("secret."));
        if (!text.isEmpty() && !named) {
            map.error(key, "a secret is named, not written here: ${secret.NAME}");
        }
        return text;
    }
}
