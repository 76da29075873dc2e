package io.throughline.channels.definition;

import io.throughline.channels.definition.VerifySpec.Algorithm;
import io.throughline.channels.definition.VerifySpec.Encoding;
import io.throughline.channels.definition.VerifySpec.Part;
import io.throughline.channels.definition.VerifySpec.PartKind;
import io.throughline.channels.definition.VerifySpec.Place;
import io.throughline.channels.definition.VerifySpec.SecretEncoding;
import io.throughline.channels.definition.VerifySpec.SecretForm;
import io.throughline.channels.definition.VerifySpec.SignedTime;
import io.throughline.channels.definition.VerifySpec.TimeForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schemes that are known by name. A preset is nothing but values that the {@code verify} block
 * may override, one by one.
 *
 * <ul>
 *   <li>{@code slack}: https://api.slack.com/authentication/verifying-requests-from-slack
 *   <li>{@code standard-webhooks}: https://www.standardwebhooks.com, symmetric signatures
 *   <li>{@code zendesk}: https://developer.zendesk.com/documentation/webhooks/verifying/
 *   <li>{@code twilio}: https://www.twilio.com/docs/usage/security
 * </ul>
 */
final class VerifyPresets {

    private static final Map<String, VerifySpec> PRESETS = new LinkedHashMap<>();

    static {
        PRESETS.put("hmac-sha256", overBody(Algorithm.HMAC_SHA256));
        PRESETS.put("hmac-sha1", overBody(Algorithm.HMAC_SHA1));
        PRESETS.put("hmac-sha512", overBody(Algorithm.HMAC_SHA512));
        PRESETS.put("slack", slack());
        PRESETS.put("standard-webhooks", standardWebhooks());
        PRESETS.put("zendesk", zendesk());
        PRESETS.put("twilio", twilio());
        PRESETS.put("token", unsigned(Algorithm.TOKEN, "", ""));
        PRESETS.put("basic", unsigned(Algorithm.BASIC, "Authorization", "Basic "));
    }

    private VerifyPresets() {}

    static Set<String> names() {
        return PRESETS.keySet();
    }

    /** The values of a scheme; the header is empty where there is no usual one. */
    static Optional<VerifySpec> of(String name) {
        return Optional.ofNullable(PRESETS.get(name));
    }

    private static VerifySpec overBody(Algorithm algorithm) {
        return scheme(
                algorithm,
                new Place("", "", "", Encoding.BASE64),
                List.of(Part.of(PartKind.BODY)),
                null,
                null,
                SecretForm.PLAIN);
    }

    private static VerifySpec slack() {
        return scheme(
                Algorithm.HMAC_SHA256,
                new Place("X-Slack-Signature", "v0=", "", Encoding.HEX),
                SignedText.parse("v0:${timestamp}:${body}"),
                null,
                time("X-Slack-Request-Timestamp", TimeForm.EPOCH_SECONDS),
                SecretForm.PLAIN);
    }

    private static VerifySpec standardWebhooks() {
        return scheme(
                Algorithm.HMAC_SHA256,
                new Place("webhook-signature", "v1,", " ", Encoding.BASE64),
                SignedText.parse("${id}.${timestamp}.${body}"),
                "webhook-id",
                time("webhook-timestamp", TimeForm.EPOCH_SECONDS),
                new SecretForm("whsec_", SecretEncoding.BASE64));
    }

    private static VerifySpec zendesk() {
        return scheme(
                Algorithm.HMAC_SHA256,
                new Place("X-Zendesk-Webhook-Signature", "", "", Encoding.BASE64),
                SignedText.parse("${timestamp}${body}"),
                null,
                time("X-Zendesk-Webhook-Signature-Timestamp", TimeForm.ISO),
                SecretForm.PLAIN);
    }

    private static VerifySpec twilio() {
        return scheme(
                Algorithm.HMAC_SHA1,
                new Place("X-Twilio-Signature", "", "", Encoding.BASE64),
                SignedText.parse("${url}${form}"),
                null,
                null,
                SecretForm.PLAIN);
    }

    private static VerifySpec unsigned(Algorithm algorithm, String header, String prefix) {
        return scheme(
                algorithm,
                new Place(header, prefix, "", Encoding.BASE64),
                List.of(),
                null,
                null,
                SecretForm.PLAIN);
    }

    /** What a preset never names: addresses and passwords are the definition's. */
    private static VerifySpec scheme(
            Algorithm algorithm,
            Place place,
            List<Part> signed,
            String idHeader,
            SignedTime time,
            SecretForm secret) {
        return new VerifySpec(
                algorithm, place, signed, idHeader, time, secret, null, null, List.of());
    }

    private static SignedTime time(String header, TimeForm form) {
        return new SignedTime(header, "", form, SignedTime.TOLERANCE);
    }
}
