package io.throughline.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.signature.PushRequest;
import io.throughline.channels.signature.Signatures;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signed responses to a form, of a kilobyte, each with a number that is found again. */
final class Posts {

    private static final Pattern ID = Pattern.compile("\"token\": ?\"bench-(\\d{9})\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String BODY =
            """
            {"event_id": "bench", "event_type": "form_response", "form_response": {"form_id": "bench",
             "token": "bench-%09d", "submitted_at": "2026-03-04T05:06:07Z",
             "definition": {"id": "bench", "fields": [
              {"id": "score", "title": "How likely are you to recommend us?", "type": "nps", "ref": "score"},
              {"id": "words", "title": "What is the reason?", "type": "long_text", "ref": "words"}]},
             "answers": [
              {"type": "number", "number": %d, "field": {"id": "score", "type": "nps", "ref": "score"}},
              {"type": "text", "text": "%s", "field": {"id": "words", "type": "long_text", "ref": "words"}}]}}
            """;
    private static final String WORDS =
            "The claim took three weeks, and every time I called I had to tell it all from the"
                    + " beginning. The person at the end was friendly, though, and put it right.";

    private final Signatures signatures;
    private final URI address;

    Posts(String url) {
        VerifySpec spec = ChannelCatalog.builtIn().find("typeform").orElseThrow().verify();
        this.signatures = Signatures.of(spec, name -> GatewayProcess.SECRET);
        this.address = URI.create(url + "/channels/typeform");
    }

    HttpRequest post(int number) {
        byte[] body = BODY.formatted(number, number % 11, WORDS).getBytes(UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body));
        signatures
                .sign(PushRequest.of(address.toString(), Map.of(), body), Instant.EPOCH)
                .forEach(request::header);
        return request.build();
    }

    /** The number of a body; empty when it is none of ours. */
    static OptionalInt number(byte[] body) {
        Matcher matcher = ID.matcher(new String(body, UTF_8));
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }
}
