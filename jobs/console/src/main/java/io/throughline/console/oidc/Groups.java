package io.throughline.console.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a person may do in the claims of a token. */
final class Groups {

    private final OidcSettings settings;

    Groups(OidcSettings settings) {
        this.settings = settings;
    }

    /** The highest role that the claims give; empty when the person may not even read. */
    Optional<String> role(JWTClaimsSet claims) {
        Set<String> values = values(claims);
        if (any(values, settings.admins())) {
            return Optional.of("admin");
        }
        if (any(values, settings.editors())) {
            return Optional.of("editor");
        }
        return settings.viewers().isEmpty() || any(values, settings.viewers())
                ? Optional.of("viewer")
                : Optional.empty();
    }

    /** What the person is called; the subject where the claim is missing. */
    String name(JWTClaimsSet claims) {
        for (String claim : List.of(settings.nameClaim(), "email", "name")) {
            if (claims.getClaim(claim) instanceof String name && !name.isBlank()) {
                return name.strip();
            }
        }
        return claims.getSubject();
    }

    /** An address that the provider did not check proves nothing. */
    private Set<String> values(JWTClaimsSet claims) {
        String path = settings.roleClaim();
        if (path.equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
            return Set.of();
        }
        // A claim's name may have dots in it, as those that are addresses do.
        Object found = claims.getClaim(path);
        if (found == null) {
            found = claims.getClaims();
            for (String step : path.split("\\.", -1)) {
                found = found instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        Set<String> values = new HashSet<>();
        if (found instanceof String text) {
            values.add(text);
        } else if (found instanceof Collection<?> list) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(values::add);
        }
        return values;
    }

    private static boolean any(Set<String> values, List<String> wanted) {
        return wanted.stream().anyMatch(values::contains);
    }
}
