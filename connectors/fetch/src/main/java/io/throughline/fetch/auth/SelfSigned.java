package io.throughline.fetch.auth;

import io.throughline.channels.definition.AuthSpec;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Bearer tokens that we sign ourselves, as App Store Connect takes them. A token is used for half
 * its life, so that a clock that is wrong by minutes does no harm.
 */
final class SelfSigned implements Authenticator {

    private final AuthSpec.JwtEs256 spec;
    private final String issuer;
    private final String keyId;
    private final PrivateKey key;
    private final Clock clock;
    private String token;
    private Instant until = Instant.MIN;
    private boolean unproven;

    SelfSigned(AuthSpec.JwtEs256 spec, UnaryOperator<String> resolve, Clock clock) {
        this.spec = spec;
        this.issuer = resolve.apply(spec.issuer());
        this.keyId = resolve.apply(spec.keyId());
        this.key = Keys.read(resolve.apply(spec.privateKey()), "EC");
        this.clock = clock;
        sign(clock.instant());
    }

    @Override
    public Credentials credentials() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            sign(now);
        }
        return new Credentials.Ready(Map.of(AUTHORIZATION, "Bearer " + token));
    }

    private void sign(Instant now) {
        Duration lifetime = spec.lifetime();
        token =
                Jwt.sign(
                        Jwt.Algorithm.ES256,
                        keyId,
                        Jwt.claims()
                                .put("iss", issuer)
                                .put("iat", now.getEpochSecond())
                                .put("exp", now.plus(lifetime).getEpochSecond())
                                .put("aud", spec.audience()),
                        key);
        until = now.plus(lifetime.dividedBy(2));
    }

    @Override
    public boolean refused() {
        until = Instant.MIN;
        boolean another = !unproven;
        unproven = true;
        return another;
    }

    @Override
    public void accepted() {
        unproven = false;
    }
}
