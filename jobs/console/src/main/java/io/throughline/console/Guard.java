package io.throughline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes before every answer: refuses foreign hosts, and sets the headers that all answers carry. */
final class Guard {

    /** Only what the page's own server sends is run, styled, shown or asked; nobody frames it. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy", CONTENT_POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin");

    private static final String REFUSED =
            "This page answers only under the address that it listens on or localhost. Open it as"
                    + " http://localhost:PORT.";

    private static final String DATA = "/api/";

    /**
     * Who looks at the page, which says itself that a log-in is needed; and the pictures of the
     * guides, which are the same everywhere and which a browser asks for without a token.
     */
    private static final Pattern OPEN = Pattern.compile("/api/(me|help-images/[^/]+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HostCheck hosts;
    private final Reading reading;

    /** Says why a request may not read. */
    @FunctionalInterface
    interface Reading {
        Optional<RefusedException> refusal(HttpServletRequest request);
    }

    Guard(HostCheck hosts, Reading reading) {
        this.hosts = hosts;
        this.reading = reading;
    }

    void before(Context context) {
        HEADERS.forEach(context::header);
        if (!hosts.allows(context.header("Host"))) {
            context.status(HttpStatus.MISDIRECTED_REQUEST)
                    .contentType("text/plain; charset=utf-8")
                    .result(REFUSED)
                    .skipRemainingHandlers();
            return;
        }
        if (context.path().startsWith(DATA) && !OPEN.matcher(context.path()).matches()) {
            reading.refusal(context.req())
                    .ifPresent(
                            refusal -> {
                                throw refusal;
                            });
        }
    }

    /** The same for a servlet; false when it has answered already. */
    boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HEADERS.forEach(response::setHeader);
        if (hosts.allows(request.getHeader("Host"))) {
            Optional<RefusedException> refusal = reading.refusal(request);
            if (refusal.isPresent()) {
                refuse(response, refusal.get());
            }
            return refusal.isEmpty();
        }
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.getCode());
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(REFUSED.getBytes(StandardCharsets.UTF_8));
        return false;
    }

    private static void refuse(HttpServletResponse response, RefusedException refusal)
            throws IOException {
        response.setStatus(refusal.status().getCode());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(Map.of("problem", refusal.getMessage())));
    }
}
