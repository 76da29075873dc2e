package io.throughline.channels.signature;

import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.SecretForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Turns the secrets of a channel into keys; what is said of a wrong one never holds it. */
final class Secrets {

    private Secrets() {}

    /**
     * The live keys, in the order of the definition.
     *
     * @throws IllegalArgumentException when a secret has no value, an empty one, or one that is not
     *     written as the scheme has it; the message names the secret
     */
    static List<byte[]> keys(VerifySpec spec, Function<String, String> values) {
        return spec.secrets().stream().map(name -> key(spec.secret(), name, values)).toList();
    }

    private static byte[] key(SecretForm form, String name, Function<String, String> values) {
        String text = Placeholders.resolve(name, values);
        String bare =
                text.startsWith(form.prefix()) ? text.substring(form.prefix().length()) : text;
        byte[] key;
        try {
            key =
                    switch (form.encoding()) {
                        case TEXT -> bare.getBytes(StandardCharsets.UTF_8);
                        case BASE64 -> Base64.getDecoder().decode(bare);
                        case HEX -> HexFormat.of().parseHex(bare);
                    };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name
                            + " is not written in "
                            + form.encoding()
                            + ", as this scheme's secrets are");
        }
        if (key.length == 0) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return key;
    }

    /** A secret as the scheme writes it. */
    static String write(SecretForm form, byte[] key) {
        return form.prefix()
                + switch (form.encoding()) {
                    case TEXT -> HexFormat.of().formatHex(key);
                    case BASE64 -> Base64.getEncoder().encodeToString(key);
                    case HEX -> HexFormat.of().formatHex(key);
                };
    }
}
