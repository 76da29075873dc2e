package io.throughline.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.console.Sessions.Session;
import io.throughline.console.oidc.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Goes before every change: who asks must have proven who they are, by a token or by logging in,
 * and the page itself must be what asks.
 *
 * <p>Another site that a browser has open cannot send the header with a token, nor the one that
 * goes with a session, nor JSON, without asking first, which nothing here answers; and it does not
 * make the browser send the session's cookie. {@code Origin} and {@code Sec-Fetch-Site} are looked
 * at beside that, so that no single mistake opens the door.
 */
final class ChangeGuard {

    /** Header that goes with the changes of a session. */
    static final String CSRF = "X-Throughline-Csrf";

    private final Access access;
    private final Sessions sessions;
    private final SessionCookie cookies;

    ChangeGuard(Access access, Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
        this.cookies = new SessionCookie(access.publicUrl());
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
     * Who asks to change what a role may.
     *
     * @throws RefusedException when it may not be
     */
    Person require(Context context, Role role) {
        Person person = changing(context);
        if (!person.role().includes(role)) {
            Audit.refused(person, context.method() + " " + context.path());
            throw new RefusedException(HttpStatus.FORBIDDEN, lacking(person, role));
        }
        return person;
    }

    /** Why a request may not read; empty when it may. */
    Optional<RefusedException> reading(HttpServletRequest request) {
        Optional<Role> needed = access.readRole();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> person = byToken(request).or(() -> session(request).map(Session::person));
        if (person.isEmpty()) {
            return Optional.of(
                    new RefusedException(
                            HttpStatus.UNAUTHORIZED, "This page is for those who log in."));
        }
        return person.get().role().includes(needed.get())
                ? Optional.empty()
                : Optional.of(
                        new RefusedException(
                                HttpStatus.FORBIDDEN, lacking(person.get(), needed.get())));
    }

    /** Who asks by a token. */
    Optional<Person> byToken(HttpServletRequest request) {
        return access.tokens().holder(request.getHeader("Authorization"));
    }

    /** The session that the browser is in; enough to read, not to change anything. */
    Optional<Session> session(HttpServletRequest request) {
        return sessions.of(cookies.session(request));
    }

    private Person changing(Context context) {
        if (!access.changes()) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "This page is read-only. Changes need a file of tokens or a log-in:"
                            + " console.tokenFile or console.oidc in the configuration.");
        }
        if (foreign(context)) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN, "Changes are taken from this page only.");
        }
        Optional<Person> holder = byToken(context.req());
        if (holder.isPresent()) {
            return holder.get();
        }
        Session session =
                session(context.req())
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                HttpStatus.UNAUTHORIZED,
                                                access.oidc().isPresent()
                                                        ? "This needs a log-in. Yours may be over."
                                                        : "This needs a token of the page's token"
                                                                + " file."));
        String proof = context.header(CSRF);
        if (proof == null || !Secrets.same(session.csrf(), proof)) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "Changes are taken from this page only. Load it again and try once more.");
        }
        return session.person();
    }

    private static String lacking(Person person, Role role) {
        return "This takes the role "
                + role.id()
                + "; you are "
                + person.name()
                + ", "
                + person.role().id()
                + ".";
    }

    private boolean foreign(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = context.header("Origin");
        if (origin == null) {
            return false;
        }
        Optional<String> from = authority(origin);
        return !from.equals(Optional.ofNullable(lower(context)))
                && !(from.isPresent()
                        && from.equals(
                                access.publicUrl().flatMap(url -> authority(url.toString()))));
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
