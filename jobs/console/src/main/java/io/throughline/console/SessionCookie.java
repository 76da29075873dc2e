package io.throughline.console;

import io.javalin.http.Context;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies of log-ins. No script reads them, and no foreign page sends the one of a session. On
 * https their names have the prefix with which browsers hold them to that.
 */
final class SessionCookie {

    private static final int LOGIN_SECONDS = 600;

    private final boolean secure;

    SessionCookie(Optional<URI> publicUrl) {
        this.secure = publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    }

    /** The secret of a session; null when there is none. */
    String session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name("throughline")))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    void keepSession(Context context, String secret) {
        set(context, name("throughline"), secret, "Strict", -1);
    }

    void dropSession(Context context) {
        set(context, name("throughline"), "", "Strict", 0);
    }

    /** The secret of a log-in that was begun; null when there is none. */
    String login(Context context) {
        return context.cookie(name("throughline-login"));
    }

    /** Lax: the browser comes back from the provider's site with it. */
    void keepLogin(Context context, String secret) {
        set(context, name("throughline-login"), secret, "Lax", LOGIN_SECONDS);
    }

    void dropLogin(Context context) {
        set(context, name("throughline-login"), "", "Lax", 0);
    }

    private String name(String bare) {
        return secure ? "__Host-" + bare : bare;
    }

    private void set(Context context, String name, String value, String site, int seconds) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        name
                                + "="
                                + value
                                + "; Path=/; HttpOnly; SameSite="
                                + site
                                + (secure ? "; Secure" : "")
                                + (seconds >= 0 ? "; Max-Age=" + seconds : ""));
    }
}
