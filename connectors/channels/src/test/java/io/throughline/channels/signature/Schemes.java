package io.throughline.channels.signature;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.definition.VerifySpec;
import java.util.Map;

/** Descriptions of schemes as a channel.yaml has them. */
final class Schemes {

    private static final String CHANNEL =
            """
            apiVersion: throughline/v1
            id: pushed
            channel: web
            mode: push
            map: {naturalId: $.id, occurredAt: $.at, text: $.text}
            verify: %s
            """;

    static final String TYPEFORM =
            "{header: Typeform-Signature, prefix: sha256=, secret: \"${secret.a}\"}";
    static final String SLACK = "{type: slack, secret: \"${secret.a}\"}";
    static final String STANDARD = "{type: standard-webhooks, secret: \"${secret.a}\"}";
    static final String ZENDESK = "{type: zendesk, secret: \"${secret.a}\"}";
    static final String TWILIO = "{type: twilio, url: \"${config.url}\", secret: \"${secret.a}\"}";

    /** Time and signatures in one header, as Stripe and Calendly have it. */
    static final String ENTRIES =
            """
            {header: Stripe-Signature, prefix: v1=, separator: ",", encoding: hex,
             over: "${timestamp}.${body}", timestamp: {header: Stripe-Signature, prefix: t=},
             secret: "${secret.a}"}
            """;

    private Schemes() {}

    static VerifySpec spec(String verify) {
        String indented = verify.strip().replace("\n", "\n  ");
        return ChannelDefinitions.read("channel.yaml", CHANNEL.formatted(indented)).verify();
    }

    static Signatures of(String verify, String secret) {
        return of(verify, Map.of("secret.a", secret));
    }

    static Signatures of(String verify, Map<String, String> values) {
        return Signatures.of(spec(verify), values::get);
    }
}
