package io.throughline.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Goes before every change: who asks must hold a token, and the page itself must be what asks.
 *
 * <p>Another site that a browser has open cannot send the header with the token, nor JSON, without
 * asking first, which nothing here answers. {@code Origin} and {@code Sec-Fetch-Site} are looked at
 * beside that, so that no single mistake opens the door.
 */
final class ChangeGuard {

    private final ConsoleTokens tokens;

    ChangeGuard(ConsoleTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Who asks to change something that an editor may.
     *
     * @throws RefusedException when it may not be
     */
    String holder(Context context) {
        return require(context, Role.EDITOR).name();
    }

    /**
     * Who asks to do what a role may.
     *
     * @throws RefusedException when it may not be
     */
    Person require(Context context, Role role) {
        Person person = person(context);
        if (!person.role().includes(role)) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "This takes the role "
                            + role.id()
                            + "; you are "
                            + person.name()
                            + ", "
                            + person.role().id()
                            + ".");
        }
        return person;
    }

    private Person person(Context context) {
        if (tokens.none()) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "This page is read-only. Changes need a file of tokens: console.tokenFile in"
                            + " the configuration.");
        }
        if (foreign(context)) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN, "Changes are taken from this page only.");
        }
        return tokens.holder(context.header("Authorization"))
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        HttpStatus.UNAUTHORIZED,
                                        "This needs a token of the page's token file."));
    }

    private static boolean foreign(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = context.header("Origin");
        return origin != null && !authority(origin).equals(Optional.ofNullable(lower(context)));
    }

    private static String lower(Context context) {
        String host = context.header("Host");
        return host == null ? null : host.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority())
                    .map(authority -> authority.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
