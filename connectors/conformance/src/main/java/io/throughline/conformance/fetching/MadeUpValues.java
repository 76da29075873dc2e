package io.throughline.conformance.fetching;

import io.throughline.channels.definition.AuthSpec;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.definition.StreamSpec;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of the references of a definition: those the fixtures' notes name, and others made up.
 * Secrets begin with a mark by which they are known again wherever they turn up.
 */
final class MadeUpValues {

    /** What every made-up secret that is no key begins with. */
    static final String SECRET = "kitsecret83b1";

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    private MadeUpValues() {}

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    static Map<String, String> of(RequestSpec spec, Map<String, String> notes) {
        List<String> texts = new ArrayList<>(spec.auth().texts());
        texts.add(spec.url());
        texts.addAll(spec.query().values());
        texts.addAll(spec.headers().values());
        texts.add(spec.body() == null ? "" : spec.body());
        Map<String, String> values = made(texts, spec.auth());
        if (spec.cursor() != null && spec.cursor().start() != null) {
            for (String name : Placeholders.names(spec.cursor().start())) {
                values.put(name, start(spec.cursor().kind()));
            }
        }
        values.putAll(notes);
        return values;
    }

    static Map<String, String> of(StreamSpec spec, Map<String, String> notes) {
        List<String> texts = new ArrayList<>(spec.auth().texts());
        texts.add(spec.url());
        texts.addAll(spec.query().values());
        texts.addAll(spec.headers().values());
        texts.add(spec.subscribe() == null ? "" : spec.subscribe());
        Map<String, String> values = made(texts, spec.auth());
        values.putAll(notes);
        return values;
    }

    /** Values of texts, of which some are keys. */
    private static Map<String, String> made(List<String> texts, AuthSpec auth) {
        Map<String, String> values = new TreeMap<>();
        for (String text : texts) {
            for (String name : Placeholders.names(text)) {
                if (name.contains(".")) {
                    values.put(name, made(name));
                }
            }
        }
        if (auth instanceof AuthSpec.JwtEs256 signed) {
            Placeholders.names(signed.privateKey())
                    .forEach(name -> values.put(name, keyOf("EC", EC_BITS)));
        } else if (auth instanceof AuthSpec.JwtBearer signed) {
            Placeholders.names(signed.privateKey())
                    .forEach(name -> values.put(name, keyOf("RSA", RSA_BITS)));
        }
        return values;
    }

    static String made(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]", "");
        return name.startsWith("secret.") ? SECRET + plain : "kit" + plain;
    }

    private static String start(CursorSpec.Kind kind) {
        return switch (kind) {
            case DATETIME -> "2001-01-01T00:00:00Z";
            case NUMBER -> "0";
            case TOKEN -> "978307200";
        };
    }

    /** Making one takes a while, and one is as good as another. */
    private static String keyOf(String algorithm, int bits) {
        return KEYS.computeIfAbsent(algorithm, any -> key(algorithm, bits));
    }

    private static String key(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
