package io.throughline.fetch.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps a token until a minute, or a fifth of its life, before it expires. A token that is refused
 * is renewed once; when the new one is refused as well, it is not the token that is wrong.
 */
final class TokenCache implements Authenticator {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int SHARE = 5;

    private final TokenEndpoint endpoint;
    private final Supplier<Grants.Grant> grants;
    private final Clock clock;
    private String token;
    private Instant until;
    private boolean unproven;

    TokenCache(TokenEndpoint endpoint, Supplier<Grants.Grant> grants, Clock clock) {
        this.endpoint = endpoint;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public Credentials credentials() throws InterruptedException {
        Instant now = clock.instant();
        if (token == null || !now.isBefore(until)) {
            TokenEndpoint.Said said = endpoint.ask(grants.get());
            if (said instanceof TokenEndpoint.Said.No no) {
                return no.why();
            }
            TokenEndpoint.Said.Token given = (TokenEndpoint.Said.Token) said;
            token = given.token();
            until = now.plus(used(given.lifetime()));
        }
        return new Credentials.Ready(Map.of(AUTHORIZATION, "Bearer " + token));
    }

    private static Duration used(Duration lifetime) {
        Duration share = lifetime.dividedBy(SHARE);
        return lifetime.minus(share.compareTo(MARGIN) < 0 ? share : MARGIN);
    }

    @Override
    public boolean refused() {
        token = null;
        boolean another = !unproven;
        unproven = true;
        return another;
    }

    @Override
    public void accepted() {
        unproven = false;
    }
}
