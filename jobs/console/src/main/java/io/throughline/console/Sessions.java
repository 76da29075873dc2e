package io.throughline.console;

import io.throughline.console.oidc.Identity;
import io.throughline.console.oidc.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, in memory: a restart logs everybody out. A browser knows its session by a
 * secret, of which only a digest is kept.
 */
final class Sessions {

    /** How long nobody may look at the page before a session ends. */
    static final Duration IDLE = Duration.ofHours(2);

    /** How long a session lasts at most. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 5_000;

    private final Clock clock;
    private final Map<TokenDigest, Session> sessions = new LinkedHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * One that is logged in.
     *
     * @param csrf goes with changes in a header, which a foreign page cannot send
     */
    record Session(Person person, Identity identity, String csrf, Instant since, Instant seen) {

        Session seenAt(Instant now) {
            return new Session(person, identity, csrf, since, now);
        }
    }

    /** Begins a session; answers the secret for its browser. */
    synchronized String begin(Person person, Identity identity) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> over(session, now));
        while (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String secret = Secrets.next();
        sessions.put(
                TokenDigest.of(secret), new Session(person, identity, Secrets.next(), now, now));
        return secret;
    }

    /** The session of a browser; null and what is none has none. */
    synchronized Optional<Session> of(String secret) {
        if (secret == null) {
            return Optional.empty();
        }
        TokenDigest digest = TokenDigest.of(secret);
        Session session = sessions.get(digest);
        Instant now = clock.instant();
        if (session == null) {
            return Optional.empty();
        }
        if (over(session, now)) {
            sessions.remove(digest);
            return Optional.empty();
        }
        Session seen = session.seenAt(now);
        sessions.put(digest, seen);
        return Optional.of(seen);
    }

    /** Ends a session, if it is one. */
    synchronized void end(String secret) {
        if (secret != null) {
            sessions.remove(TokenDigest.of(secret));
        }
    }

    private static boolean over(Session session, Instant now) {
        return now.isAfter(session.since().plus(LONGEST)) || now.isAfter(session.seen().plus(IDLE));
    }
}
