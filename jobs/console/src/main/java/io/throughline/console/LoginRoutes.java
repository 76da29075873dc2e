package io.throughline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.console.Sessions.Session;
import io.throughline.console.oidc.Identity;
import io.throughline.console.oidc.OidcException;
import io.throughline.console.oidc.OidcLogin;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who somebody is; logging in with a provider of OpenID Connect, and out again. */
final class LoginRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LoginRoutes.class);
    private static final String CALLBACK = "/login/callback";

    /** Parts of the page that somebody may come back to: nothing that leads elsewhere. */
    private static final Pattern PART = Pattern.compile("#/[A-Za-z0-9/_.~%?&=+:*,-]{0,1500}");

    private final Access access;
    private final ChangeGuard guard;
    private final Sessions sessions;
    private final SessionCookie cookies;
    private final Clock clock;
    private final Supplier<String> listening;
    private volatile OidcLogin login;

    /**
     * @param listening address of the page where no other is configured; known once it listens
     */
    LoginRoutes(
            Access access,
            ChangeGuard guard,
            Sessions sessions,
            Clock clock,
            Supplier<String> listening) {
        this.access = access;
        this.guard = guard;
        this.sessions = sessions;
        this.cookies = new SessionCookie(access.publicUrl());
        this.clock = clock;
        this.listening = listening;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/me", this::me);
        if (access.oidc().isPresent()) {
            routes.get("/login", this::begin);
            routes.get(CALLBACK, this::end);
            routes.post("/api/logout", this::logout);
        }
    }

    /**
     * What the page needs to know of who looks at it.
     *
     * @param by null for a stranger
     * @param via {@code token} or {@code session}; null for a stranger
     * @param csrf to be sent with changes of a session
     * @param changes whether somebody may change something here
     * @param tokens whether there are tokens
     * @param login where to log in; null where nobody can
     * @param closed whether strangers see nothing
     */
    record Me(
            String by,
            String role,
            String via,
            String csrf,
            boolean changes,
            boolean tokens,
            String login,
            boolean closed) {}

    private void me(Context context) {
        Optional<Person> holder = guard.byToken(context.req());
        Optional<Session> session =
                holder.isPresent() ? Optional.empty() : guard.session(context.req());
        Optional<Person> person = holder.or(() -> session.map(Session::person));
        LiveJson.send(
                context,
                new Me(
                        person.map(Person::name).orElse(null),
                        person.map(one -> one.role().id()).orElse(null),
                        person.map(one -> holder.isPresent() ? "token" : "session").orElse(null),
                        session.map(Session::csrf).orElse(null),
                        access.changes(),
                        !access.tokens().none(),
                        access.oidc().isPresent() ? "login" : null,
                        access.readRole().isPresent()));
    }

    private void begin(Context context) {
        String part = context.queryParam("to");
        try {
            OidcLogin.Start start =
                    login().begin(part != null && PART.matcher(part).matches() ? part : "#/");
            cookies.keepLogin(context, start.secret());
            away(context, start.address().toString());
        } catch (OidcException e) {
            problem(context, e);
        }
    }

    private void end(Context context) {
        Map<String, String> answer = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> answer.put(name, values.get(0)));
        String secret = cookies.login(context);
        cookies.dropLogin(context);
        try {
            OidcLogin.End end = login().end(answer, secret);
            Identity identity = end.identity();
            Person person = new Person(identity.name(), Role.of(identity.role()).orElseThrow());
            sessions.end(cookies.session(context.req()));
            cookies.keepSession(context, sessions.begin(person, identity));
            Audit.did(person, "logged in by", access.oidc().orElseThrow().issuer().toString());
            away(context, "/" + end.returnTo());
        } catch (OidcException e) {
            problem(context, e);
        }
    }

    private void logout(Context context) {
        Person person = guard.require(context, Role.VIEWER);
        Optional<Session> session = guard.session(context.req());
        sessions.end(cookies.session(context.req()));
        cookies.dropSession(context);
        Audit.did(person, "logged out of", "the page");
        URI home = URI.create(address() + "/");
        LiveJson.send(
                context,
                Map.of(
                        "to",
                        session.flatMap(one -> login().farewell(one.identity(), home))
                                .map(URI::toString)
                                .orElse("/")));
    }

    private synchronized OidcLogin login() {
        if (login == null) {
            login =
                    new OidcLogin(
                            access.oidc().orElseThrow(), URI.create(address() + CALLBACK), clock);
        }
        return login;
    }

    private String address() {
        String address = access.publicUrl().map(URI::toString).orElseGet(listening);
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static void away(Context context, String address) {
        context.status(HttpStatus.FOUND)
                .header("Location", address)
                .header("Cache-Control", "no-store");
    }

    /** A page of its own: the browser comes from the provider, and nothing of ours is loaded. */
    private static void problem(Context context, OidcException problem) {
        LOG.warn("A log-in did not come about", problem);
        context.status(
                        problem.kind() == OidcException.Kind.PROVIDER
                                ? HttpStatus.BAD_GATEWAY
                                : HttpStatus.FORBIDDEN)
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(
                        "<!doctype html><html lang=\"en\"><title>Log-in</title>"
                                + "<link rel=\"stylesheet\" href=\"/console.css\"><main><h1>Log-in"
                                + "</h1><p class=\"notice problem\" role=\"alert\">"
                                + escaped(problem.getMessage())
                                + "</p><p><a href=\"/\">Back to the page</a></p></main></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
