package io.throughline.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.throughline.console.oidc.OidcException.Kind;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks ID tokens as OpenID Connect Core 3.1.3.7 says: signed by a key of the provider with an
 * asymmetric algorithm, of this issuer, for this client, for this very log-in, and of now.
 */
final class IdTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);

    /** How far the provider's clock may be from ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration OLDEST = Duration.ofMinutes(15);

    private final String clientId;
    private final Clock clock;

    IdTokens(String clientId, Clock clock) {
        this.clientId = clientId;
        this.clock = clock;
    }

    /**
     * The claims of a token.
     *
     * @param nonce that the log-in was begun with
     * @throws OidcException when it may not be believed
     */
    JWTClaimsSet verified(Provider provider, String token, String nonce) throws OidcException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(provider.algorithms(), provider.keys()));
        processor.setJWTClaimsSetVerifier(new Claims(provider, nonce));
        try {
            // Parsed as signed first: a token without signature, or an encrypted one, is none.
            return processor.process(SignedJWT.parse(token), null);
        } catch (KeySourceException e) {
            LOG.warn("The keys of the log-in provider cannot be had", e);
            throw new OidcException(
                    Kind.PROVIDER, "The log-in provider's keys cannot be had. Try again.", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.warn("An ID token is refused: {}", e.getMessage());
            throw new OidcException(
                    Kind.REFUSED,
                    "What the log-in provider sent cannot be believed. Log in again.",
                    e);
        }
    }

    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final String nonce;

        Claims(Provider provider, String nonce) {
            super(
                    clientId,
                    new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).build(),
                    Set.of("sub", "iat", "exp", "nonce"));
            this.nonce = nonce;
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            if (!nonce.equals(claims.getClaim("nonce"))) {
                throw new BadJWTException("it is of another log-in (nonce)");
            }
            Object party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !clientId.equals(party)) {
                throw new BadJWTException("it is for another client (azp)");
            }
            Instant issued = claims.getIssueTime().toInstant();
            Instant now = clock.instant();
            if (issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(OLDEST))) {
                throw new BadJWTException("it is not of now (iat)");
            }
        }
    }
}
