package io.throughline.fetch.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a redirect leads, and what may go there (RFC 9110, 15.4). Java's client would send every
 * header along; here another host gets none that could be a credential, no body, and nothing that
 * was sent encrypted goes on in the clear.
 */
final class Redirects {

    private static final int SEE_OTHER = 303;
    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;
    private static final List<String> HARMLESS = List.of("user-agent", "accept", "accept-encoding");

    private Redirects() {}

    static boolean redirects(int status) {
        return status == 301
                || status == 302
                || status == SEE_OTHER
                || status == TEMPORARY
                || status == PERMANENT;
    }

    /** The request to go on with; empty when there is no redirect, or it is not to be followed. */
    static Optional<HttpRequest> next(HttpRequest request, HttpResponse<?> response) {
        if (!redirects(response.statusCode())) {
            return Optional.empty();
        }
        return response.headers()
                .firstValue("Location")
                .flatMap(location -> Origins.resolve(request.uri(), location))
                .flatMap(target -> request(request, response.statusCode(), target));
    }

    private static Optional<HttpRequest> request(HttpRequest request, int status, URI target) {
        boolean home = Origins.same(request.uri(), target);
        boolean repeated = status == TEMPORARY || status == PERMANENT;
        boolean body = repeated && request.bodyPublisher().isPresent();
        if (Origins.downgrades(request.uri(), target) || (body && !home)) {
            return Optional.empty();
        }
        HttpRequest.Builder next = HttpRequest.newBuilder(target);
        request.timeout().ifPresent(next::timeout);
        request.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (home || HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> next.header(name, value));
                            }
                        });
        String method = repeated ? request.method() : "GET";
        next.method(method, body ? request.bodyPublisher().orElseThrow() : BodyPublishers.noBody());
        return Optional.of(next.build());
    }
}
