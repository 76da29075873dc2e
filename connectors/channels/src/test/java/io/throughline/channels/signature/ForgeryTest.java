package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.VerifySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand changes of a good request of each scheme, none of which may pass. */
class ForgeryTest {

    private static final int FORGERIES = 10_000;
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String JSON =
            """
            {"id": "r-1", "at": "2026-03-04T05:06:00Z", "text": "Dämpfung: très bien 👍", "n": [1, 2]}""";
    private static final String FORM =
            "RecordingSid=RE0011&CallSid=CA0022&From=%2B15550100&TranscriptionText="
                    + "It+took+three+weeks+%26+nobody+called+%E2%80%93+bad&Status=";

    /** The schemes, with a good request each. */
    enum Scheme {
        TYPEFORM(Schemes.TYPEFORM, JSON),
        HEX("{header: X-Signature, encoding: hex, secret: \"${secret.a}\"}", JSON),
        SLACK(Schemes.SLACK, JSON),
        STANDARD_WEBHOOKS(Schemes.STANDARD, JSON),
        ZENDESK(Schemes.ZENDESK, JSON),
        TWILIO_FORM(Schemes.TWILIO, FORM),
        TWILIO_JSON(Schemes.TWILIO, JSON),
        ENTRIES(Schemes.ENTRIES, JSON),
        ADDRESS(
                "{type: hmac-sha1, header: X-Hook, over: \"${body}${url}\", secret: \"${secret.a}\"}",
                JSON),
        TOKEN("{type: token, header: X-Token, secret: \"${secret.a}\"}", JSON),
        BASIC("{type: basic, user: hooks, secret: \"${secret.a}\"}", JSON);

        private final VerifySpec spec;
        private final byte[] body;

        Scheme(String verify, String body) {
            this.spec = Schemes.spec(verify);
            this.body = body.getBytes(UTF_8);
        }

        String header() {
            return spec.header().toLowerCase(Locale.ROOT);
        }

        boolean signs() {
            return this != TOKEN && this != BASIC;
        }

        Signatures with(int key) {
            byte[] bytes = new byte[24];
            new Random(key).nextBytes(bytes);
            String secret = Signatures.secret(spec, bytes);
            return Signatures.of(
                    spec, Map.of("secret.a", secret, "config.url", "https://hooks.test/x")::get);
        }

        PushRequest unsigned() {
            String hash = HexFormat.of().formatHex(Signer.sha256(body));
            String type =
                    this == TWILIO_FORM ? "application/x-www-form-urlencoded" : "application/json";
            return PushRequest.of(
                    "https://hooks.test/x?tenant=7"
                            + (this == TWILIO_JSON ? "&bodySHA256=" + hash : ""),
                    Map.of("content-type", type),
                    body);
        }

        PushRequest signed(int key, Instant time) {
            PushRequest request = unsigned();
            Map<String, List<String>> headers = new TreeMap<>(request.headers());
            with(key)
                    .sign(request, time)
                    .forEach((name, value) -> headers.put(name, List.of(value)));
            return new PushRequest(request.url(), headers, request.body());
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void noneOfTenThousandPasses(Scheme scheme) {
        Signatures signatures = scheme.with(1);
        PushRequest good = scheme.signed(1, NOW);
        assertThat(signatures.verify(good, NOW)).as("the request itself").isPresent();
        Random random = new Random(scheme.ordinal());
        List<String> accepted = new ArrayList<>();

        for (int i = 0; i < FORGERIES; i++) {
            Forgery forgery = Forgery.values()[i % Forgery.values().length];
            PushRequest forged = forgery.of(scheme, good, random);
            if (signatures.verify(forged, NOW).isPresent()) {
                accepted.add(
                        forgery + " " + forged.headers() + " " + new String(forged.body(), UTF_8));
            }
        }

        assertThat(accepted).isEmpty();
    }

    /** Ways to forge; one that a scheme cannot be attacked with flips a bit of the signature. */
    private enum Forgery {
        BIT_OF_BODY {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                return scheme.signs()
                        ? good.withBody(flipped(good.body(), random))
                        : bit(scheme, good, random);
            }
        },
        BIT_OF_A_HEADER {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                return bit(scheme, good, random);
            }
        },
        BIT_OF_QUERY {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                boolean signsUrl = scheme.name().startsWith("TWILIO") || scheme == Scheme.ADDRESS;
                if (!signsUrl) {
                    return bit(scheme, good, random);
                }
                int mark = good.url().indexOf('?') + 1;
                byte[] query = flipped(good.url().substring(mark).getBytes(UTF_8), random);
                return new PushRequest(
                        good.url().substring(0, mark) + new String(query, ISO_8859_1),
                        good.headers(),
                        good.body());
            }
        },
        WRITTEN_ANEW {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                if (!scheme.signs()) {
                    return bit(scheme, good, random);
                }
                String text = new String(good.body(), UTF_8);
                String anew =
                        switch (random.nextInt(6)) {
                            case 0 -> text.replace(": ", ":").replace("+", "");
                            case 1 -> text + (scheme == Scheme.TWILIO_FORM ? "&Extra=1" : "\n");
                            case 2 -> "\uFEFF" + text;
                            case 3 -> text.replace("%2B", "%2b").replace("ä", "\\u00e4");
                            case 4 -> text.replace("It", "%49t").replace("\"n\"", "\"\\u006e\"");
                            default -> text.substring(0, random.nextInt(text.length()));
                        };
                return good.withBody(anew.getBytes(UTF_8));
            }
        },
        HEADER_MISSING {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                return changed(good, header(scheme, good, random), List.of());
            }
        },
        HEADER_TWICE {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                String name = header(scheme, good, random);
                String value = good.headers().get(name).get(0);
                String other = random.nextBoolean() ? value : value + "0";
                return changed(
                        good,
                        name,
                        random.nextBoolean() ? List.of(value, other) : List.of(other, value));
            }
        },
        OTHER_KEY {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                return scheme.signed(2 + random.nextInt(1 << 20), NOW);
            }
        },
        OTHER_TIME {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                if (scheme.spec.time() == null) {
                    return bit(scheme, good, random);
                }
                Duration off =
                        Duration.ofSeconds(
                                301 + random.nextInt(random.nextBoolean() ? 1 : 100_000));
                return scheme.signed(1, random.nextBoolean() ? NOW.plus(off) : NOW.minus(off));
            }
        },
        OTHER_ENCODING {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                String name = scheme.header();
                String value = good.headers().get(name).get(0);
                int start =
                        value.lastIndexOf(
                                        scheme == Scheme.STANDARD_WEBHOOKS ? ',' : '=',
                                        value.length() - 3)
                                + 1;
                start = scheme == Scheme.BASIC ? "Basic ".length() : start;
                String digest = value.substring(start);
                String other =
                        switch (random.nextInt(4)) {
                            case 0 -> digest.toUpperCase(Locale.ROOT);
                            case 1 -> Base64.getEncoder().encodeToString(digest.getBytes(UTF_8));
                            case 2 -> HexFormat.of().formatHex(digest.getBytes(UTF_8));
                            default ->
                                    digest.endsWith("=") ? digest.replace("=", "") : digest + "=";
                        };
                return changed(good, name, List.of(value.substring(0, start) + other));
            }
        },
        CUT_OR_EMPTY {
            @Override
            PushRequest of(Scheme scheme, PushRequest good, Random random) {
                String name = scheme.header();
                String value = good.headers().get(name).get(0);
                return changed(
                        good, name, List.of(value.substring(0, random.nextInt(value.length()))));
            }
        };

        abstract PushRequest of(Scheme scheme, PushRequest good, Random random);

        /** One of the headers that the provider added. */
        static String header(Scheme scheme, PushRequest good, Random random) {
            List<String> names =
                    good.headers().keySet().stream()
                            .filter(n -> !n.equals("content-type"))
                            .toList();
            return names.get(random.nextInt(names.size()));
        }

        static PushRequest bit(Scheme scheme, PushRequest good, Random random) {
            String name = header(scheme, good, random);
            byte[] value = good.headers().get(name).get(0).getBytes(UTF_8);
            return changed(good, name, List.of(new String(flipped(value, random), ISO_8859_1)));
        }

        static PushRequest changed(PushRequest good, String name, List<String> values) {
            Map<String, List<String>> headers = new TreeMap<>(good.headers());
            headers.put(name, values);
            return new PushRequest(good.url(), headers, good.body());
        }

        static byte[] flipped(byte[] bytes, Random random) {
            byte[] flipped = Arrays.copyOf(bytes, bytes.length);
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
    }
}
