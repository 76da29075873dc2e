package io.throughline.fetch.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.channels.definition.RequestLimits;
import io.throughline.fetch.Failure;
import io.throughline.fetch.http.Answer;
import io.throughline.fetch.http.HttpCalls;
import io.throughline.fetch.http.LimitedBody;
import io.throughline.fetch.http.Statuses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where tokens are given out (RFC 6749, 3.2 and 5). */
final class TokenEndpoint {

    /** What the endpoint said. */
    sealed interface Said {

        /**
         * A token.
         *
         * @param lifetime from now; an hour when the server did not say
         */
        record Token(String token, Duration lifetime) implements Said {

            @Override
            public String toString() {
                return "Token[" + lifetime + "]";
            }
        }

        /** None. */
        record No(Credentials why) implements Said {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long USUAL_LIFETIME = 3600;
    private static final int LARGEST = 1 << 20;

    private final URI url;
    private final HttpCalls calls;
    private final Clock clock;

    /**
     * @throws IllegalArgumentException when the text is no address
     */
    TokenEndpoint(String url, HttpCalls calls, Clock clock) {
        this.url = URI.create(url);
        if (this.url.getHost() == null || !this.url.getScheme().matches("https?")) {
            throw new IllegalArgumentException("'tokenUrl' is no http or https address");
        }
        this.calls = calls;
        this.clock = clock;
    }

    Said ask(Grants.Grant grant) throws InterruptedException {
        String form =
                grant.form().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Grants.encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(TIMEOUT)
                        .setHeader("User-Agent", "Throughline")
                        .setHeader("Accept", "application/json")
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        grant.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        Answer<LimitedBody> answer =
                calls.send(request.build(), LimitedBody.handler(LARGEST), TIMEOUT);
        if (answer instanceof Answer.Received<LimitedBody> received) {
            return read(received.response());
        }
        return new Said.No(
                answer instanceof Answer.Failed<LimitedBody> failed
                        ? new Credentials.Unavailable(
                                Failure.Kind.UNREACHABLE,
                                failed.cause() + " at the token endpoint",
                                Optional.empty())
                        : new Credentials.Woken());
    }

    private Said read(HttpResponse<LimitedBody> response) {
        int status = response.statusCode();
        if (!Statuses.success(status)) {
            // A client that is not known gets 400 or 401 (RFC 6749, 5.2).
            Failure.Kind kind =
                    Statuses.notUnderstood(status) ? Failure.Kind.REFUSED : Failure.kindOf(status);
            return new Said.No(
                    new Credentials.Unavailable(
                            kind,
                            "status " + status + " from the token endpoint",
                            Statuses.retryAfter(
                                    response, RequestLimits.RETRY_AFTER, clock.instant())));
        }
        try {
            JsonNode json = JSON.readTree(response.body().bytes());
            String token = json.path("access_token").asText("");
            if (!token.isBlank()) {
                long seconds = json.path("expires_in").asLong(USUAL_LIFETIME);
                return new Said.Token(token, Duration.ofSeconds(Math.max(0, seconds)));
            }
        } catch (IOException e) {
            return unreadable();
        }
        return unreadable();
    }

    private static Said unreadable() {
        return new Said.No(
                new Credentials.Unavailable(
                        Failure.Kind.UNREADABLE,
                        "no token in the answer of the token endpoint",
                        Optional.empty()));
    }
}
